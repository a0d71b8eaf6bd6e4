"""Everyday English words, the most frequent first, to tell English from other text and a word from a slip."""

from __future__ import annotations

# In the order of how often the labelled replies (tests/bank/voices) use them.
EVERYDAY = tuple(
    """
    the you i is it to a and on in not that your have for of will we at with was are would can be so am what this
    one do me our from there us sorry by if no or as did up my been has back about two they out he all before when
    had see like were here off only get got how she an which say who any them day right time go now tell number just
    please should three again let put know else after days does could through call take over nobody down wrong
    anything first then come today other look more every never people want her but told going next card phone left
    need four line may way new since own name minutes read same good desk nothing morning ring week account hear
    without says ask thank came night open said because side send till form give ten under office six thing while
    box last make went still five tomorrow check friday his room once well door monday money dear second him letter
    free refund order than done bill tonight bank nine hours half yours email find end whole thanks keep something
    some where another hi home okay until asked goes their file leave write sir ticket must hold both bit page too
    full team evening sent somebody front driver being gone manager gate hand month pay tuesday anyone help system
    thursday word house date made hour always app comes saturday those answer long things feel booking old note ours
    shop between lot took really kindly fault lost rather work paid most receipt charge sure message eleven times
    van list twice someone bring myself screen text think late mrs wait each company shall shows these year also
    ever photo apologise coming set further person eight fee run better round show part reading use car head very
    even found address small stop understand service case customer doing sunday having try afternoon best claim
    takes floor forty into weeks whatever why bag log everything job little waiting writing notice past signed start
    years much whether branch matter bad called gets hello photos chat stay hands happened policy notes speak taken
    straight top noon opened promise telling yes anybody staff used apologies counter everyone talk weekend minute
    website within either water working code guarantee wednesday course drop visit asking payment complaints meter
    report depot lift seven fair mr yet oh place rest away closed sheet hundred different man road contract delivery
    close fine mother third march sign due gave hotel machine price contact family blue bus courier queue book
    kitchen label pick sending sit calls cold crew everybody happen happy cut plan getting looking love regret ones
    wrote booked change kids missed agent already behind engineer shift table window given post inconvenience light
    complaint sat though twenty department looked many per written means signature moved pass seat such works
    actually billing checked credit missing ought paper size kept mail might months reference street key life
    outside wall care claims direct instead liable live mistake putting refunds enough saying store flat shut site
    whoever yourself changed june mind exactly hospital point test thirty board leaving makes moment mum reason
    short usually walk words colour green invoice noted parcel school anyway caused colleague customers explain
    happens inside mine picture sort advised least button drive move terms accounts business carry flight holding
    kind passed problem runs twelve accept across chair dropped fill rang touch able clear cost firm printed ringing
    seen letters party poor red remember safe slip stopped data honestly update rain above building cash law madam
    maybe mobile sitting cancelled dad feedback received standing turn turned around needs pm tag trouble worse
    itself loss negligent return agency bed duty expect looks portal regards single sooner april council print
    reception soon doctor lunch online question review running sold starts type camera copy delay deposit far nurse
    record story trust warehouse insurance upset heart logged near opens property saw speaking spot calm count
    easier lab sister airline airport bell choose confirm deal guess hey lose network normally passing rules wish
    cover guests knows landlord nights scan bags bear dates dog mean meant model patient picked request scratch
    taking travel trip bin blame calling comments double leaves midnight pair repair stand voucher bringing
    contractor delivered failed holiday issues patience raise respect sits stays step weather amount broke checking
    correct dry fix ground mate pop press slot slow block bottom breakfast children emails felt guest opening
    plumber problems rent swap technician wet damage empty father hard held hope keys knock letting manufacturer
    payments real statement tied computer covers fifty hall lad offer pull spoken tracking transfer typed ward
    according appreciate beside drivers experience finish imagine lads quote reached reads records unit baby big
    clause debit early error few girl january parts promised row rule shared tickets wants apology cancel giving
    lady legally matters nice separate taxi below charged ends hanging noise perhaps phones quarter services sick
    swear ticked upon worry black broken confirmation control describe fees hurt keeping longer news park properly
    quite scheme tone whichever alone ninety plate plus postcode pulled reach sound supplier tried wedding white
    afraid against batch boiler bought clean dr hardly lovely shout sleep state truck welcome ahead asks august cake
    child clinic extra eye item items mark possible pounds questions reply stock thousand wonder answered client
    closes daughter inbox lol none orders owner pool release relevant seconds showing support wife along attached
    digits eyes finished follow fraud keeps less needed numbers ordered owe ready replacement started tick typing
    view yeah appointment bar birthday coat easy forward fourteen hot lines locked main meantime partner pictures
    plain practice returned rung sea spoke stood telephone together warranty ah bookings boxes decide grey guy
    handled heard important issue known pages paying power security suit unfortunately walked world assured baggage
    certificate cheers class cross face fixed fridge gas handed lead moving normal officer percent prefer quick
    refunded rooms talking thought train worth zero arrived clearly dead dinner directly estimate food fresh
    guaranteed meet overnight pack pump responsible sounds spare voice appeal attention bills cabin cable
    cancellation emergency fare folks future honest landed level making packed regarding responsibility sales
    scanned section supervisor tablets upstairs add birth bless breach correspondence decision diary fall february
    funny glad great hair handing handling hang helps legal option proper roof season switched yard agreement
    available believe bins chance coach dark died husband informed knocked leaflet lid marked mould proof seats
    share student visits watch age allowed angry buy ceiling figure fit forgive high member mentioned menu parking
    pharmacy po reminder repairs save shelf sixty software son station subject tap tea tend themselves town truly
    value vendor vet wear worked agreed anywhere apologize clock during euros faster fifteen final fortnight handle
    hearing himself horrible liability membership messages misunderstanding ourselves quiet rate sends accepted
    centre charges committee complain corrected disappointed doors fell folder however included kettle mess mornings
    negligence panel plenty process raised saved simple smell stops stuck surgery waited walking allergy chart
    coffee dated degrees feeling grateful group july later laugh manage miss music otherwise piece previous quid
    recorded reports returns rotten sale simply somewhere spelling spring tech version whose air awful bay break
    conversation details envelope euro expectations finding garage gives laptop leak loan lock personally route sofa
    standard stuff surveyor tells wanted ways winter workshop answers ashamed brought busy consider costs difference
    driving drops ending excuse families fourth heating holds issued load map patients photographs police position
    pushed recording remain seeing shouting sorted stage stairs status staying access admit area arrive bath boys
    cards confusion congratulations crack declined dress earlier experiencing forget forwarded glass lights listen
    mad mention names original pain paint prices priority query rider screenshot sticker sum switch term terminal
    unhappy video warm wash wow agents balance boy brown careful carried carries counted crown enjoy fast foot hiya
    human lamp learn moves neighbour neither nineteen november october perfectly placed plug ran revert rings sec
    seems seller signs stands suggest suppose treat treated valued allow backup blocked boarding breached cases
    cheque choice concerned customs dollars entered files forever frame freeze funeral hesitate insurer link loaded
    perfect pressed printer readings renewal router server shame shower spell surname tray usual weight alarm apart
    assistance boss carrier compensation complete court covered damp ended failure faults feet filter fitted forgot
    generally grand grown hit inform joke medical met miles mix papers paperwork parents passengers patch picks
    platform processed registered ride safety settle stamp summer using wheel yesterday ago agree badly battery
    bench bigger bike blank bother bottle cell changes chose collect collected county dispatch documents drawer duly
    exam expected fella figures garden herself hole information lands lawyer lay limit losses luck measured meeting
    members middle password period product ramp result september sincerely skip strike terrible approve auto
    automatically besides books carpet certain collection completed concerns corner eighty finance gap gift glasses
    guys history interest lane low marks match meanwhile others parent passenger porter probably push queries
    register rental seriously ship slowly sometimes thrown turns visa waive whom arrival ball begin boots bot brand
    bright brother built caught cleared couple damages dial eh engineers extension feels field flowers guard handles
    harm land laughed leg lend lying oven penny present pressure profile quoted receipts redo reverse reviewed risk
    slept storm stranger tariff tenants trade valve wages watching weekends yellow alright anniversary approved
    chase click collections december dose doubt eat exchange explained factory forms injury insurers judge ledger
    lie lots messed nearly offered often ombudsman payroll play port posted premium private pulling recovery
    reported satisfied seal sets star tax tenancy tenant throw training valid young accordingly authority beds
    behalf belt bits cat cheapest checkout cleaning closing concern condition crying dispute dm ear failing fifth
    flights heat heater hire holder idea keyed kilos listened loads loose lorry loud mailbox managed meal occasioned
    outcome passport pharmacist pole prescription quicker refundable registration remains require rush sell showed
    storage suits survey temporary thinking tip traffic voicemail worst acknowledge adjuster band billed bounced
    brakes bug calendar catch cause chairs cleaners conditions earliest emptied example fire fuel general grievance
    grievances guessing health hide initials ladder laundry lesson listed listening local login losing maintenance
    milk mm older orange owners pen photograph reaching repeat response sense serial shoes shuts speed spend square
    sticking students submitted tablet teacher tracker true trying undersigned updated upgrade via wheelchair
    windows appropriate argue arrange city connection counts credited cry difficult difficulties enquiries fact
    filled fitter folk friend frozen frustration handwriting holidays lobby logs lower mixed pads piano plans
    procedure provider ref refer refused reset rota roughly rubbish rude salary search sees settled shade signal
    soup space suitcase supply supposed technically unless wire accepts adult appointments automatic barcode base
    belongs bereavement bothering brake breath cancelling clients connect connecting contents continue country dealt
    decided device director discretion disputes eating fetch fitting freezer furious furniture goods goodwill hub
    invoices jobs knew lifted loyalty measure ms non obliged pays pending pension pink planning polite prove
    purchase receive roll satisfaction shoot shrug slots sorts soul special starting stopcock ta talked tank tested
    trace urgent usage wallet waste wiped accordance additional arvo aware bathroom beginning bloke blood body
    budget charger considered consultant corridor counting cup decides deck deeply departure discharge drip dug
    elsewhere entirely excuses fan fed fence film fly forgotten frankly fully gold gutted gym hate inspection
    journey kid knee lease lens listing lives mam men nature ninth nor nowhere oak outage pardon parked permit pin
    pitch places plants plaster porch pot pretend pretty quickly requested restaurant scary shown sincere sink
    socket split strictly struck submit suite surprised temp thermostat tho touched turning understood useful worn
    zip act added aids anyhow appears assure awake bakery bearing bedroom capitals chef clarifies codes confirmed
    contacting continued convenience daft dent discount discovered discuss drives drove embassy employer express
    fish flood girls haha handy hun hung ignore ignored impression instructions internet inventory landline language
    laughing legs library liking mouth noticed oil pairs parcels passes pic pickup ping ppl puts rebook recall
    reckon remarks reminders requests results reversal reversed self senior served standards swapped tab taste tests
    theatre theirs therefore tier til timetable tiny tooth trolley tub um venue wanting wee woman advice archive arm
    ate attended begins build careless cars cheap clothes comfortable consent courtesy cracked daily deadline deals
    deep dentist digit docket drying eighteen entry everywhere expert explaining finds followed franchise grow guide
    helped hmm hoping housekeeping hurry inspector labels livid living loaner locker lounge management mattress msg
    named obviously odd override packing paragraph personal pipe plant pocket points public removed replace resolved
    rights roaming sealed seem serious setting shipping silence sleeping smart solicitor stomach swore teatime
    thread totally trained transferring treatment units warning washing wording actual admission adults afternoons
    altogether assist bet boat brings carton chosen church clerk clicked club common communication compare
    condolences contractors cool correctly couch crossed detail die distress dogs dollar dust electric escalated
    exact expense experienced fail faulty florist gauge generated handover happening indoors knocking licence lifts
    likes manners mat modem module nearest pad peak plainly plane purple raging reader receiving receptionist
    recommend reimbursement reservation respond restore scanner scans session sharp shipped skipped specialist
    staffed stick strange strong supplied swing tape tbh teeth texts thinks tired tree tutor vans village visible
    web wherever wifi win writes active adding advance appeals application approval arranged binned bold burn
    captain carriage cheaper chest circle cloth compared corporate covering cupboard custom cuts degree delayed
    deliver deserved dissatisfaction dot downstairs draw drawing dreadful drink ears enclosed estimates expecting
    fabric facing flu frightening gather guided heavy helpline hotels including independent ink interview join
    joining kerb lessons lifetime lists luggage lunchtime manual master mend migration motor nah naturally nuts onto
    operator opinion ordinary owed picking pipes protection purposes rail raw recent regretted regulator released
    residents reviews saves scale scroll seemed servers sheets shock shops stain stamped stayed sue surely sync
    tables technical thru total user users action afterwards alert annoyed anymore appear assessor attitude banks
    beg bend bottles brave bread breathe bugs builder bye carrying checks chip cleaner comment cousin dealing death
    debits debt definitely document dryer dye especially exceptions excess export fairness feelings finishes floors
    gentleman gesture gosh grab grandmother grant hallway hereby hers hip houses ifs inst instruction insulin
    insured knowing large latest length lenses looping lucky machines mails maths nan newborn numbered nurses nut
    occasion outfit packaging pallet pavement pet phoned popping posting posts rates reasonable regard regular
    replaced reprint rough rounds sad sailing schedule sensor sentence separately shed sixteen slower spent steps
    stitches stress sun survive telly tool torn travelling trusted tyres understanding useless wearing weekly
    whenever worries ya adviser aisle answerable aside assigned assistant aw aye backups began beyond boards boot
    bounce bound branches breaks bucks burnt cab cap chain channel choosing cleaned clicks comfort complained copies
    cream cylinder decent delays deliveries differently drum entries estimated event exists extremely fibre filing
    fingers foregoing freeholder fri frightened fuming function gps grade gran hardship hook housing ice incident
    iron jo jump keyboard laid maggots managing measures mechanic medal mended moan monthly mortgage navy neighbours
    offended oga overdraft petrol pics plates plugged pray predecessor printing proceed processing reasons reg
    remembers renew repeating required river robot rolling salon scared scheduled sender settings seventy sharing
    shoe shortage shortly sight signing situation sixth smaller spitting spotted squeeze stake states stopping
    stories stressful switchboard tent tight toilet tom tour tow transport ugh undo updates ups upsetting valuables
    vouchers walls wardrobe wishes wonderful wool absolutely abusive acted actioned addressed aircraft ambulance
    among arrears arrives article attendance availability backwards badge balcony ban banking batteries belong
    biscuit blanket blind blunt booklet brain bravo brochure buyer cage cancellations carer certainly chap charging
    chemist clever clutch colleagues collectors color compressor condensation cooked coordinator copied correction
    current cutting database delacroix deleted demand denial deposits description dig disconnection doctors drafts
    drama drill dripping driven duplicate eaten eats electrician engine entitled events exhausting finger fob
    following forced friends frost froze game gb genuinely glue grave handler handset hatch heads hill hon hotline
    humiliating ill inconvenienced individual install jacket lies loading lockers loop mains manner marketing marla
    meals merely minus mirror misread mistakes mortified mostly museum nails omg opposite package packs payable
    pilot pity planned plasterer pleased presses pressing printers prior promo provide pushchair quality quit
    raining rains raising regrets relax remake resident resolution retired rose rows sample screws script several
    shot signatures snow social spelled spoiled spread stars strength stylist surprise tender theft thin thumb tiles
    tills tolerance trail trips unable uncle unlimited unto uploaded varifocals vehicle wake watched wiring
    withdrawn wood worrying yep acceptable amber answering apply arriving audit authorised average avoid backed
    bears beta blew bolt brass btw burst cakes cardigan central changing character chasing chips clears closer
    college com community compensate conference consideration contracts cot declan dehumidifier described developers
    digging district draft drains drawn dream earned earth emailed embarrassed endeavour exception extent faces
    fasting ferry filed films flagged frighten fuse fuss gates generator grinding ha habit halfway hence higher
    holes hopeless hostel household improve inch initialled killed kyle lasted leaks lever likely lodge lodged
    logging logistics lukewarm mandate market married medium metres minimum minor miserable mob municipality nasty
    natural nightmare north notified ordinarily outsourced oversold owt partial particular passwords patronage
    permitted perspective phoning physically pieter pizza plastic played pockets polish pre quieter rained ray
    reopened replies replying restart ribbon roofer ruined runaround samples sana scope screens secretary serve
    shocking sides skin smile snapped soft solution spam speaks stakeholders steward strap strip subcontractor
    supper swim systems tears testing thermometer thief token touching towards tower trainee truth tube twin typo
    ute valuable void volume volunteers waived weekday wrongly zone abroad absolute advise affect affected allergen
    allergies although amounts anger annoying annual apparently apple applied applies apprentice arrivals assume
    attach attempt attend automated bagged bars basis batches breaking breathing bride broadband buildings buses
    buttons buying buzzer cameras candidate capital cashier chapel circumstances cm coats column communicated
    completely congrats consult consultation cosmetic crash crate crews cried crowns damaged dance darren
    departments difficulty directed disposal dissatisfied doorbell dragged dragging drinks dropping edit
    embarrassing enter evenings evidence evidently examiner excellence exist explains ext extend faithfully fallen
    falls fancy fear filling flying fog follows fool footage fun gary gently god goodness google grief groups grows
    guidelines happier hat height hose impossible inches inquiry installer interesting joint journal kinds kiosk
    lanyard laws leanne learned leather liar limited location medicine meets memory merchant mg mid mikedoesvinyl
    million mom necessary neck needing nicely notices notifications oat occur okafor overdrawn owing panic parties
    pence pensions pills planner pointed prejudice promises proves provided published purpose pursuant radio rays
    reaches realise regardless region regional regulations remark renewals replied resit retailer righto rinse rohan
    roots roses salt sandwich saving serving settlement seventeen shaking shopping showers silver sites slammed
    solicitors sorting spinning stair standby stolen stone stove strangers substitutions surgeon swears tags taps
    taught teach tear template tenner tenth theory timing tin tissue toddler transaction trees trial tweet tyre
    upright uses verify violin waiter walnut warned wasted wave wd weekdays weighed wind workspace worried
    accessibility accident accurate addresses admissions aid aim alerts alive allocated allows almost aloud aoife
    asleep astray attachments avoided awkward bailiffs beach beautiful beer behaving blamed blaming bleach bleeding
    blocks bloods boiling bond brenda bridge brilliant buck bucket builds bundle bureau burned bursary cache camping
    caps carers cargo cctv certificates chaos characters charcoal chatbot chats chatting cheat cheese chief circus
    climbing closure coil coins colin colours companies compliance compost concert concierge confused consumption
    content cooking coupon credits crowd crutches cuff dean default dental depends deserves dev developer devices
    dey diesel disappointing disappointment dispatched display distributor disturb doorway doubting downtime drain
    dried east edge eish employed employee entire excluded exercise existing exit explanation external facts faculty
    false famous fares favour feed fellow fight fines flag flies float foam forum frank fright fringe fussy gearbox
    genius gouge governors greatest greetings gripes hangs headache headaches headed heartbroken hedge helping hen
    hired hm honey https hungry ideal ideas incorrect industry initialed instant invent investigation ja joined
    joking junk karen kg kia kilo kinder kit kitchens labelled laboratory ladies launch led lighten literally
    located loses mailed marking maroon matched measuring metering meters mileage mislaid mo monitored mouse mud
    national needful negative nervous nil nite nursing oof ora ordering overleaf painted pal path payslips perceived
    persons photographer phrase pieces pile plot precisely prepaid prints prob procedures programme quoting rack
    radiator raj rare rarely rattle recommended referral refreshes rejected remaining reminded remote reservations
    restorer retention reviewer riders rise roads root routine sadly saint saturdays sauce sessions shooting
    shoulders shouted silent sipho sizes sleeps sleeve smoke socks sole solve somehow song spared spares spelt
    stings stores string strings strive stub studio summary sums sweet swipe tale taped teething temperature tends
    thurs thyroid ticks torch towel towels traced tracing track trainer trains transcript treasurer trustees trusts
    tunde unanswered underneath unlock utmost valley vanished volumes waits wakes walks wards watchman waybill wears
    whatsoever wheels wholesaler wine wing wipe wipes wired withdrawal worktop wrap wrapped wrist yourselves yr abeg
    acknowledgement adapter adjust admin admire aforementioned ag alternative amazed anjali approach articles
    attendant attorney audiologist authorise backlog banner bare barrier based basement basket bedding bedtime beige
    beneath bex bikes bite blessed blink blurry bob boilers bolts bone bones border bore bothered bottled bouncing
    boxed brief bro browser bruise bubble buckets buggy bump buts butter buyers buzz candles capacity caravan
    carefully carousel cartons cast category catering cement center centimetres cents certified chicken chuck
    clearing climb clinical coin collar collecting commission competent completion confirming confusing connected
    connections consumer continuous contracted cook corners cotton cough couples courses craig crayons created
    crediting crematorium cushions cycle dairy dare darling dashboard dave decimal decisions decline deductible
    deemed deepa delivering denise depend depending designed dessert dies dime dinners disagree dispensing distance
    dock doorstep dramatic drew drinking driveway earn easily eggs emotional encouraged enjoyed ensure entertainment
    escape essay esteemed exams fairly faith fake fans fax feathers feeding fernandes fetching fi fills fiona flash
    flats flick flown foreseen fork fragile frames freight gateway gentle gig gladly gloves glued gluten graduation
    grams greyed groceries guilty gwen hairline ham hardware headcount heaters heel hem highest hinge hob homes
    hotspot hurts incomplete indicate inherited injection inspected instrument insult intact island ivory joins
    jumping junior kerbside kill king kirsty labour lamb landlords lapsed lasts lawn leaking learning lecture
    lettings lit litres lived locking lump maker marcus marker maternity mattered meaning medication mental metre
    microwave migraine mill moans moisture monitor moon muck mute nerves nevertheless nicer nodal nope nuisance
    nursery offence onward opportunity optician outgoing outs overrule owned owns padlock pains pause peace peek
    penalty pencil permission petal physio picker pillar pillow playing pleasant plumbing popped postage poster
    postman presented privacy project promising promoter propose protocol purse queen range rating rebuild receiver
    recordings recycling refunding refusal registrar registry relations releasing remind remove repaired reserved
    restarting restored retain retained retainer returning rip ruin rushes scaffold scalp score scratched
    screenshots scuff sealant seated sellers selling sequence settles settling setup seventieth shake shaken
    shedding shorter shoulder shrugged shuttle silk silly skips sleet slide sms snap sofas solid sparky spike
    squeezed staring stated statutory stickers stockroom streets stripped study suggesting suggestion suitcases
    super surface switching tabs talks temper terribly thirteen thousands threw throughout tide tile timings
    toddlers toffee toward toy trainers transferred travelled travels tries troubles trucks tuition turnaround twins
    typical unclear underside union university unlocked unopened upper vanish visiting visitors washed watches wed
    weddings welcoming whereabouts wiping wires wobble wonders xx aboard abrupt adds adjusters administrator
    adorable alternate amended amiss ankle anna annoy anti anyways appeared applicable appointed approvals arisen
    arms arrangement ashes assuring attaching audio audiology auditor aunt aunty autumn balances banter barely
    barred basic bc beautifully bedside beforehand behave benefits bicycle blade blankets blinking blinks blocking
    bloody blouse bout breakdown brides briefed brush buff bunch busiest buys cabinet cables callout capped
    captioned cardboard carol catching chai champ chargeback charm chased cheated cheer chefs chin chris civil clap
    classes clip clipboard cloud clown coeliac coffin colourist committed complaining compressors concerning conduct
    confirms contacts contest continues controller cooling copay cope core cottage couriers crept crossing cruel
    cuppa currently daylight defect defence deputy desks desperate dialysis diaries dictionary dirty disappears
    disappoint disasters disgrace dish disputed dorm dramas drawers drilled drilling drone drug dumb earnings
    economy effect effort egg el elbow elderly electrics encourage energy enjoys enquiry entrance envelopes
    environmental equal equipment escalate escalation estate eventually examine exchanges extended extractions
    extractor facility failures falling farah fascinating feature fifteenth fighting finally findings firms fits
    fixes fixing flagging fold folded force foreman freely frustrated frustrating fund funds gamble gav gaz
    gentlemen gifts glance glitch golf graded grader grass gravy grind gross grumbles guidance guts gutter happiest
    happily haulier headset healthy heartily heels helpful hits honour hoover hospitals host hosting image
    improvement income informs initial insist installation instance intake internal intimation involved iphone
    jewellery kevin kicked knees landing lapse lately laying layout lean legacy lemme lemon letterhead lighter
    limits linen loans locks lonely looped lottery louder madame maddening magic mall managers manila margin
    marketplace matches mates measurements meat mechanics medicines mel memberships merger messaging migrated mile
    millimetres miracle mode modest moira mondays mortgages motel mothers muddle mums murder nadia nearer newer
    newspaper nick nicked node noisy nose noticing novel object observations offices official onboard op openreach
    options outages outright outstanding overseas owes ownership painful pallets paragraphs parish partners passbook
    patel pedal pensioners performance persist pest pickers pictured pinned pixels plays podium pointing poles
    poorly pound pour pram preference premises pricing printout probate professional professor promptly proportion
    protect puppy quarrel quickest quietly quiz quotes radiators random rash ravi rebate rebill rebooked rebooking
    redone refill reflect refuse rehearsal relatives removal renewed reopen rescheduled reserve resets resolve
    respected retirement riser robots rolls rs ruler rupees rushing rust saga savings scales scanning scare
    schedules scrolling sector sells sentimental serviced seventh shambles shape sharpest sheep shifting shipment
    ships shirt showroom sickness signage sim skeleton skirting slippers slope smiling soaked solemn sore sorrier
    souza spa speaker speech speeches spider spoil spreadsheet staffing stamps steady stem storms stretched strict
    stung style sub subbie subcontractors successful suffered sugar suggested sunita surprises survived swallow
    swamped swaps swearing swimming tannoy target taxes technicians thankful threatening thursdays ticketing ticking
    timber timelines timer tongue torque touches tragedy trap treats triggered tripped trolleys tune types unblocked
    underwriter undone unpaid unpleasant unread unsatisfactory unwelcome upload vacation valuer vary vase vegan
    verification verified visited voices vote waiver waking warden warn watered waved wax wept whatsapp wheelchairs
    whine wide withheld women wondering worded wreath wristband abandoned accounting acknowledges activated adapt
    adjusted adjustments admits agenda ages agrees alan alarmed alarms allowance anaesthetic anita apologised
    applications approves arithmetic armchair assurance attachment auditors auth authorization autopay awaiting
    award aww ay babies backdate backpack bailiff bake barrel basically basin bea becomes bernie bev bio bird biro
    bleed blow bookcase borrowing botched bounces boundary bowl bracket brb brian bridal broker bud buffet bullet
    bumped bumps buried bursts butler calamity calculated callers callum camp carbon cares cart casual catalogue
    caterers channels chargebacks checklist chidi chill chilly chlorine christening chunk citizens claimed
    clarification claw clearance clearer clinics clocks clue clumsy coffees comfortably comms concede concession
    concrete confidence consignment constitute contain contrary convenient conversations cooker correcting
    corrections counsellor courage covid creative crib crime crooked crushed culprit cups curious cushion cycles
    dash dashcam de deb declared deductions dee defective defend deluxe denied departures deserve detective diagram
    differ dinnertime dips direction disappointments disaster displayed displeased disruption dots downgrade
    download dread dressing dries drugs drunk dud dwell earplugs ease eastern education electronic elevator eleventh
    employees engineering enrolment errors escalator essential estates eve evri exceed except excited exclamation
    executive existed expectation exporting fasted fat favourite fellows female festive fever filming filthy
    financial fiver flashing flooded floods fluid focus folders folio followers font format former formula
    fourteenth foyer freezes gavin gdpr generous government gown grandkids greeting grieving grim grower
    guaranteeing guards gun halve halves hamper handiwork handlers harmless harsh headquarters heaps heaven heavier
    helen helpdesk hidden hiding highly honeymoon hop hoped hopefully hopping horrid households humming hundreds
    hygiene hygienist hymn icon ideally illness images imagined immigration imran increase independently index
    indicates inquiries inspect instalment instructor insure interim intern introduce invisible invitation ios jam
    ji joiner jokes journeys justified keen kelly kettles kilometres kinda kindness km landmark lasting lawyers
    leads leaning lectured legend legroom levels lifeguard lighting lined lisbon listens lo loft logger logins logo
    loo lou loved luxury maiden mailing majesty maps marek margaret marriage material media meg mei menon mentions
    merit messenger messing mike missus misunderstood moaning mood mortifying movement mower mucho mug nail narrate
    narrow negligently net nightly nonrefundable nosy notification objections occasions offline ongoing onwards
    openly operated operating opinions optometrist organise originals ouch outdoors outlive outpatients overbooked
    overcharge overloaded overlook packers panels panicked paperless particularly payslip performing permanent
    permits pets photographed pianos pig pinging pipework placing planted pleasure plumbers politely pools positive
    possession precious preferred prepared prescribe pressures priced pride principal privilege pro proceedings
    processor program protected province pumps punch pup pupil purged pursue qualified quarterly queued queues
    reachable readers recess recognise recognised reconnection recover recoverable recut redelivery redirect
    referred refers refrain refresh refurbished regrettable regrettably regs relationship rely remarkable rents
    reorder repaint replacements reporting representative requires requisite residential respectfully restarted
    restores restoring restricted returnable revenue reversing revised reyes rich rides roadworks robbed ropeable
    rotation routes royal rubbed rug rupee rushed safeguarding safely sake sand sanjay satisfy scene scissors
    scripts searches seater seating secure selected sentences seriousness sevens shabby shameful shelter shelves
    shifts similar sixtieth slightly slipped smells softer solved source spat specs spectacles spots stable stacked
    staircase starters steak steel stewards stitching stored straw stream stretch strikes stripe strips stroke
    strongly struggling stupid subscription success suffer suggests sunshine superintendent surveyors swab tagged
    tagging tall tama tapped taxis teachers teaches teams television teller temps tension terminals tester texting
    theo therapist thick thigh thorough threshold thumbs ties tightened timed timeframe timestamped tips tire toast
    toilets tools toothbrush topic transfers transit trev tricky trousers trunk trusting tubes turnstile twentieth
    tyler typist ugly unbearable uncomfortable underwriters unfolded unfortunate unkind unlabelled unplug unsafe
    unused unusual updating upgraded values vegetarian vehicles vein verbally viewing views violated violins voted
    wah waving webchat weighs welfare whereas whilst wider winced wishing wobbly wore wound wrapping wrench yearly
    younger zones afford almonds amazing anxious apologising arranging audition authorized become begging bulb
    burger cafe cancels candle cats celebrate cereal closely countries crisis dangerous don doses electricity
    empathy excellent experiences faced fewer foreign formal freezing frequently grandson grocery guitar immediately
    inconvenient indeed intend investigate kiss knowledge lack larger laurels loyal lunchbox maximum metal mice
    nonsense operation organised pensioner precise prevent prompt purchased recipe reduced regularly related relief
    removing repairing repeated replacing reps roofs salaries singing smooth stained stool stranded stressed stripes
    sudden tail terrified throat tidy tough unexpected unfair unlucky urgently waitress wander weigh west wild wise
    won aged amend arrangements bailing banked benefit buckle cans caring chances charity cheek coast computers
    confident contacted cracks cress daughters deleting delighted deposited detailed disappear discover dishes
    dishwasher doubled dressed escort exchanged exclude exhausted expensive exposed fails flower fridges friendly
    functions grades grandma granny harder hardest haven headphones hint identify ignoring infection installed
    installing interested invite inviting involve jar kick laptops largest laser maintain major massive melted menus
    mixing monitoring movers neurologist occurred offering offers painting patio potatoes presentation proctor proud
    race ratings reaction readily reduce referring refusing responses roaring ruining salad saucepans scrubbing
    seizures sky south specially spill suitable suspended sympathy threat tracked unacceptable vegetables visitor
    voided weak weird witness worker workers ability alternatives appealed asthma battle bitten cannot chilled
    cities colds component constantly couldn danger despite destroyed developed didn disabled disgusting disrupted
    dizzy doesn dough dummy duties eager expired familiar fantastic faxed gathered hadn heavily hopeful hopes huge
    husbands immediate impact inclusive interrupt interrupting investigating isn its jeans knife leaky liver mainly
    method mystery nearby needn oldest overall overcharged partly physical population prefers pregnancy pregnant
    prepare proctored produce recently registering relate replaces resolving retail ripped secondly securely
    sensible shattered shouldn situations solving sought specific spilled spoiling squash stains stations steal
    sticky stinks struggled suddenly switches symptoms thoroughly thoughts tours trapped trash unaccompanied
    understands various violent vital weren wooden wouldn writer youngest
    """.split()
)
