"""Small lists about English: what is said in few words, spelt in two ways, bent out of shape or said all the time."""

from __future__ import annotations

FUNCTION = frozenset(
    """a about after again all also am an and any are as at back be because been before being both but by can could did
    do does doing done down during each every for from get gets getting go going got had has have having he her here him
    his how i if in into is it just let may me might must my no nor not now of off on once one only or our out over own
    please shall she should since so some still than that the their them then there these they this those through to
    too until up us very was we were what when where which while who whom whose why will with without would yes yet you
    your yours""".split()
)
VERBAL = frozenset(
    """i you we he she they it is are am was were be been have has had do does did will would can could should shall may
    might must not to that because if""".split()
)
NEGATORS = frozenset("not never nor neither hardly cannot unable".split())
NOTHING = frozenset("no without nobody nothing none".split())
AUXILIARY = frozenset(
    """is are am was were be been being has have had having do does did will would can could should shall may might must
    ought his this us as thus""".split()
)

NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty""".split(),
        start=2,
    )
} | {"1": "one", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "eighty": "80", "ninety": "90"}
NUMBER_WORDS = frozenset("one hundred thousand dozen couple million".split())

SHORT = {
    "im": "i am", "ive": "i have", "id": "i would", "youre": "you are", "youve": "you have", "youll": "you will",
    "youd": "you would", "weve": "we have", "theyre": "they are", "theyve": "they have", "theyll": "they will",
    "hes": "he is", "shes": "she is", "its": "it is", "thats": "that is", "whats": "what is", "whos": "who is",
    "theres": "there is", "lets": "let us", "itll": "it will", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "cant": "can not", "cannot": "can not", "wont": "will not", "couldnt": "could not",
    "wouldnt": "would not", "shouldnt": "should not", "isnt": "is not", "arent": "are not", "wasnt": "was not",
    "werent": "were not", "havent": "have not", "hasnt": "has not", "hadnt": "had not", "aint": "is not",
    "shouldve": "should have", "couldve": "could have", "wouldve": "would have", "mustve": "must have",
    "gonna": "going to", "gotta": "have to", "wanna": "want to", "ll": "will", "ve": "have", "u": "you", "ur": "your",
    "r": "are", "n": "and", "pls": "please", "plz": "please", "thx": "thanks", "thnx": "thanks", "ty": "thank you",
    "tks": "thanks", "sry": "sorry", "sory": "sorry", "soz": "sorry", "srry": "sorry", "apols": "apologies",
    "tmrw": "tomorrow", "tmr": "tomorrow",
    "tomoz": "tomorrow", "tmw": "tomorrow", "2day": "today", "2morrow": "tomorrow", "b4": "before",
    "mins": "minutes", "min": "minutes", "hr": "hour", "hrs": "hours", "wk": "week", "appt": "appointment",
    "asap": "as soon as possible", "cos": "because", "cuz": "because", "coz": "because", "ok": "okay", "y'all": "you",
    "dunno": "do not know", "wot": "what", "d'you": "do you", "info": "information", "idk": "i do not know",
}  # fmt: skip
ENDINGS = {"n't": "not", "'ll": "will", "'ve": "have", "'re": "are", "'m": "am", "'d": "would"}
NEGATED = {"wo": "will", "ca": "can", "sha": "shall", "ai": "is"}
IS = frozenset("it that this what there who here how where he she everything something".split())
NOT_WILL = frozenset("feel feeling felt fell fall being was is are were very so too seriously you her him got".split())

SPELLINGS = {
    "centre": "center", "theatre": "theater", "litre": "liter", "metre": "meter", "grey": "gray", "licence": "license",
    "practise": "practice", "programme": "program", "mum": "mom", "mam": "mom", "mother": "mom", "father": "dad",
    "cheque": "check", "tyre": "tire",
    "jewellery": "jewelry", "enquiry": "inquiry", "enquiries": "inquiry", "learnt": "learn", "burnt": "burn",
    "whilst": "while", "till": "until", "til": "until", "towards": "toward", "pyjamas": "pajamas",
    "aeroplane": "airplane",
    "catalogue": "catalog", "dialogue": "dialog", "judgement": "judgment", "fulfil": "fulfill", "enrol": "enroll",
    "skilful": "skillful", "storey": "story", "kerb": "curb", "plough": "plow", "mould": "mold", "defence": "defense",
}  # fmt: skip
IRREGULAR = {
    form: base
    for base, *forms in (
        line.split()
        for line in """come came
        go went gone goes|send sent|tell told|say said|give gave given|take took taken|make made|get got gotten
        pay paid|buy bought|bring brought|leave left|feel felt|find found|keep kept|lose lost|break broke broken
        write wrote written|ring rang rung|speak spoke spoken|hear heard|mean meant|meet met|run ran|see saw seen
        sell sold|spend spent|stand stood|understand understood|think thought|know knew known|hold held
        choose chose chosen|fall fell fallen|forget forgot forgotten|wear wore worn|begin began begun
        become became|catch caught|drive drove driven|eat ate eaten|sleep slept|sit sat|show shown|stick stuck
        teach taught|throw threw thrown|tear tore torn|wake woke woken
        hide hid hidden|build built|deal dealt|draw drew drawn
        fight fought|grow grew grown|hang hung|lead led|lie lay|lend lent|rise rose risen|seek sought|shake shook
        steal stole stolen|swear swore sworn|win won|bear bore borne|bite bit bitten|freeze froze frozen
        child children|man men|woman women|tooth teeth|foot feet""".replace("\n", "|").split("|")
    )
    for form in forms
}
KEPT_WHOLE = frozenset(
    """morning evening nothing something anything everything during wedding building ceiling king ring bring thing
    string spring sing wing always perhaps news yes us this thus bus gas does goes indeed speed need feed bleed
    hundred red bed shed early only really family reply apply supply daily monday tuesday wednesday thursday friday
    saturday sunday sorry species series lens glasses ours yours theirs hers
    themselves ourselves yourselves across towards besides always afterwards""".split()
)

OTHER_TONGUES = frozenset(
    """el la los las un una unos que por para con del muy pero como esta este gracias lo siento usted nosotros hola
    le les des une est et je vous nous pour dans avec pas sur votre notre mais merci bonjour suis desole qui au
    der die das und ich sie wir nicht ist ein eine mit fur auf es tut mir leid danke haben wird ihnen ihre zu den dem
    il lo gli di che non sono per con scusi grazie siamo mi dispiace della ho
    o os as um uma nao voce obrigado desculpe seu sua com em isso
    de het een en ik wij niet voor met van u uw zijn spijt bedankt
    nie jest przepraszam dziekuje prosze sie na do ze bardzo mam
    bir ve icin cok ozur dilerim bu ben siz ne""".split()
) - FUNCTION
