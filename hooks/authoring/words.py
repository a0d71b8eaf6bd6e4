"""What quizzes and pages say: every key of quizzes/interface.yml, with the fields that its sentence may have in braces."""

WORDS: dict[str, tuple[str, ...]] = {
    key: tuple(fields)
    for key, *fields in map(str.split, """
        quiz.progress done all
        quiz.reset
        quiz.reset_sure
        quiz.reset_done
        quiz.judgements count
        quiz.no_script
        question.check
        question.check_reply
        question.again
        question.changed
        question.hint
        question.hint_next shown all
        question.hints
        question.hints_all
        question.explanations
        question.explanations_reply
        question.fits
        question.fits_not
        question.empty
        point.yes
        point.no
        point.mend
        point.unsure
        choice.instruction
        choice.right
        choice.wrong
        choices.instruction
        choices.right
        choices.partly found all
        choices.missing_one
        choices.missing missing
        choices.wrong_one
        choices.wrong wrong
        order.instruction
        order.up item
        order.down item
        order.moved item place all
        order.right
        order.partly found all
        order.earlier
        order.later
        match.instruction
        match.choose
        match.right
        match.partly found all
        match.wrong
        match.blank
        reply.instruction
        reply.keys
        reply.limits
        reply.right
        reply.partly found all
        reply.harmed all found
        reply.found name
        reply.not_found name
        reply.unsure name
        reply.because words
        reply.where
        reply.where_choose
        reply.where_back
        reply.yours
        reply.same
        reply.heard
        reply.beside
        reply.words
        reply.verdict_yes
        reply.verdict_partly
        reply.verdict_no
        reply.verdict_kept verdict
        reply.dispute
        reply.disputed
        reply.undo
        reply.own
        reply.fact name
        reply.no_fact name
        reply.expects
        reply.expects_facts
        reply.expects_mention
        reply.avoids
        reply.models
        reply.model
        reply.marked
        gate.empty
        gate.copied
        gate.gibberish
        gate.words
        gate.language
        gate.repeated
        runtime.loading
        runtime.loading_percent percent
        runtime.ready
        runtime.marking
        runtime.restarting
        runtime.gave_up
        runtime.failed reason
        runtime.missing file
        runtime.incomplete file
        runtime.timeout
        runtime.blocked detail
        runtime.storage
        offline.title
        offline.offer size
        offline.keep
        offline.keeping
        offline.kept
        offline.late
        offline.network
        offline.damaged file
        offline.storage size
        offline.again
        offline.remove
        offline.ready
        offline.replaced
        offline.use
        offline.use_here
        offline.later
        roleplay.phone
        roleplay.chat
        roleplay.email
        roleplay.social
        roleplay.counter
        roleplay.your_part
        roleplay.good_outcome
        roleplay.no_script
        roleplay.begin customer
        roleplay.you
        roleplay.log customer
        roleplay.hide_mood
        roleplay.mood mood
        roleplay.turn customer
        roleplay.keys
        roleplay.send
        roleplay.suggest
        roleplay.suggestions
        roleplay.pause
        roleplay.pause_title
        roleplay.pause_text customer
        roleplay.move_on when
        roleplay.go_on
        roleplay.undo
        roleplay.undone
        roleplay.replayed turn
        roleplay.stop
        roleplay.empty
        roleplay.loading
        roleplay.retry
        roleplay.resume
        roleplay.reset
        roleplay.reset_sure
        roleplay.well
        roleplay.fairly
        roleplay.badly
        roleplay.stopped
        roleplay.plot
        roleplay.plot_about heat_first heat_last trust_first trust_last
        roleplay.plot_turns
        roleplay.heat
        roleplay.trust
        roleplay.patience
        roleplay.level name value
        roleplay.figures
        roleplay.figures_turn
        roleplay.figures_start
        roleplay.turns
        roleplay.unsure_one customer
        roleplay.unsure count customer
        roleplay.no_turns
        roleplay.turn_number turn
        roleplay.turning
        roleplay.said
        roleplay.good why
        roleplay.tempting why
        roleplay.bad why
        roleplay.effect name why
        roleplay.change name change
        roleplay.no_change
        roleplay.told title
        roleplay.better_why why
        roleplay.better line
        roleplay.better_page
        roleplay.again turn
        roleplay.undiscovered
        roleplay.all_discovered
        roleplay.promises
        roleplay.no_promises
        roleplay.kept
        roleplay.no_time
        roleplay.not_kept
        roleplay.reflect
        roleplay.copy
        roleplay.copied
        roleplay.copy_here
        roleplay.print
        roleplay.transcript
    """.strip().splitlines())
}
