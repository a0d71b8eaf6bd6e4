"""Everyday English words, to tell English from other text and a word from a slip of the finger."""

from __future__ import annotations

EVERYDAY = frozenset(
    """yeah hey
    ability able about above absolutely accept accepted access accident accordance according account accounts
    accurate acknowledge across act actually add additional address adjuster admit advance advice advised afford
    afraid after afternoon afterwards again age aged agency agent ago agreed agreement ahead air airline airport
    alarm all allergy allowed almonds alone along already alright also alternative alternatives always amazing amend
    amount and anger angry anniversary annoyed annoying annual another answer answerable answered answering answers
    anxious any anybody anyhow anyone anything anyway apart apologies apologise apologised apologising apologize
    apology app apparently appeal appealed appeals appointment appreciate appropriate approve approved are area
    argue arm around arrange arranged arrangement arrangements arranging arrive arrived ask asked asking asleep
    assessor assist assistance assistant assume assure assured asthma ate attach attached attempt attention attitude
    audition aunt authorise authority authorized auto automatic autumn average avoid aware away awful baby back
    backed backup bad bag baggage bags bailing balance band bank banked banks banter bar barcode barely barrier base
    based basket batch bath batteries battery battle bear beautiful because become bed bedroom beds been before
    begging begin beginning behalf behind being believe bell belongs below belt bench benefit bereavement beside
    besides best bet better between big bigger bike bill billed billing bills bin bins bird birth birthday bit
    bitten black blame blind block blocked bloody blow blue board boarding boards boat body boiler bone book booked
    booking bookings books boot boots boss bot both bother bothering bottle bottles bottom bought bounced bound bowl
    box boxes boys brain brake branch brand breach breached bread break breakfast bride bright brilliant bring
    bringing broadband broke broken brother brought buckle budget bug build builder building bulb burger burst bus
    buses business busy but button buy buyer buying bye cabin cable cafe cake calendar call called calling calls
    calm came camera camp can cancel cancellation cancelled cancelling cancels candle cannot cans car card care
    careful carefully careless cares caring carpet carrier carries carry carton case cases cash cat catalogue catch
    cats caused ceiling celebrate central cereal certain certainly certificate chain chair chairs chance chances
    change changed channel chaos charge chargeback charged charges charging charity chat cheap cheapest check
    checked checking checkout checks cheek cheers cheese chemist chest chicken child children chill chilled chip
    choose choosing chunk church circle circumstances cities city claim claims class clause clean cleaning clear
    cleared clearer clearly clever click clicked client clients climb clinic close closed closely closing clothes
    club coach coast coat code coeliac coffee coins cold colds colleague colleagues collect collection collections
    college colour come comes comfort comfortable coming comment comments common company compare compared compensate
    compensation competent complain complained complaint complaints complete completely component compressor
    computer computers concern concerned concerns condition conditions condolences confident confirm confirmation
    confirmed confirming confirms confused confusing confusion congratulations connect connected connecting
    connection consider consideration constantly consumer contact contacted contacting contents continued contract
    contractor contractors control convenient conversation cook cooker cooking cool copay copies copy corner correct
    corrected correcting corrections correspondence cost costs cottage cough could couldn council count counted
    counter counting countries country county couple coupon courier course court cousin cover covered crack cracked
    cracks crash created credit credited credits cress crew cried crisis cross crown cruel cry cup customer
    customers cut cuts cutting cycle dad daily damage damages damp danger dangerous dare dark darling dash data
    database date dated dates daughter daughters day days dead deadline deal dealing dear death debit decent decide
    decided decision declined deep definitely dehumidifier delay delayed delays deleting delighted deliver delivered
    deliveries delivering delivery denied dental dentist department departure depend deposit deposited depot deputy
    describe description deserve deserved deserves desk despite destroyed detail detailed details developed device
    devices dial did didn die died different difficult difficulties digits dinner direct direction directly disabled
    disagree disappear disappointed disappointing disappointment disaster discount discover discuss disgrace
    disgusting dishes dishwasher display disputes disrupted dissatisfaction dissatisfied distress disturb dizzy
    doctor documents does doesn dog doing dollars don done door doors doorstep dose doses double doubled doubt dough
    down downstairs draft drafts dragged drain drawer drawn dreadful dress dressed drill drink drinks drive driver
    drivers driving drone drop dropped dropping dry drying due duly dummy duplicate during dust duties duty each
    eager ear earlier early earned easier east easy eat eating edge effect effort egg eight either electric
    electrician electricity eleven else email emails embarrassed embarrassing embassy emergency empathy employee
    employer empty end ended energy engine engineer engineers enjoy enough ensure enter entered entire entirely
    entitled envelope equipment error errors escalate escort especially essential estimate estimates euro euros even
    evening event events ever every everybody everyone everything evidence exact exactly exam examine example
    excellent except exceptions exchange exchanged excited exclude excuse exhausted exhausting expect expectations
    expected expensive experience experienced experiences experiencing expired explain explained explaining explains
    explanation exposed express extended extension extra extractor extremely eye eyes faced facing factory facts
    failed failing fails failure fair faith fall false familiar family famous fan fantastic far fare fast faster
    father fault favourite fax faxed fear fee feed feedback feel feeling feelings feels fees feet fell felt few
    fewer field fifth fifty figure figures file fill filled films final finance find fine fingers finish finished
    fire firm first fish fit fitted fitter five fix fixed fixing flat flies flight flooded floor floors flower
    flowers flu fly fob focus folk follow followed follows food foot for force forced foreign forever forget forgive
    forgot form formal forms fortnight forty forward forwarded found four fraud free freeze freezer freezing
    frequently fresh fridge fridges friend friendly friends frightened frightening from front frost froze frustrated
    frustrating frustration full fully function functions funeral furious furniture further future game garage
    garden gas gate gathered gave general generally generous gesture get gets getting gift girl give given gives
    giving glad glass glasses glue gluten goes going gone good goodness goods got government grades grand grandma
    grandson granny grass grateful green grievances groceries grocery ground group grown guarantee guaranteed guess
    guest guests guidance guide guilty guitar gutted guy guys habit had hadn hair half hall hand handed handing
    handle handled handler handles handling hands hang hanging happen happened happening happens happily happy hard
    harder hardest hardly has hate have haven having head headache headaches headphones health healthy hear heard
    heart heat heater heating heavily heavy height held hello help helped helpful helping helps hence her here hers
    herself hesitate hidden hide highly him himself hint his history hit hiya hold holding holds hole holes holiday
    holidays home honest honestly honeymoon honour hoover hoped hopeful hopes hoping horrible hospital hospitals
    host hotel hotels hotline hour hours house household how huge human humiliating hundred hung hungry hurry hurt
    husband husbands ice icon idea ideal ideas identify ignore ignored ignoring imagine immediate immediately impact
    important impossible improve improvement inbox incident included including inclusive inconvenience inconvenient
    incorrect increase indeed independent individual infection inform informed initial injury inside inspector
    install installed installing instant instead instructions insulin insurance insurer intend interested interim
    internal internet interrupt interrupting interview into introduce inventory investigate investigating
    investigation invitation invite inviting invoice invoices involve involved island isn issue issued issues items
    its itself jacket jam jar jeans jewellery job joined joining joins joke journey journeys judge jump just keen
    keep keeping keeps kept kettle key keyboard keyed keys kick kids kilo kilos kind kindly kindness kinds kiss kit
    kitchen knee knew knife knock knocked know knowing knowledge known knows lab label lack lad ladder lads lady
    landed landing landlord lane language lanyard laptop laptops large larger largest laser last lasted lasting late
    lately later laugh laughed laughing laundry laurels law lawn lawyer lead leads leaflet leak leaking leaky learn
    learned least leather leave leaves leaving lecture left leg legal legally legs lend lens less lesson let letter
    letters letting level liability liable lid lies life lift light lights like limit limited line lines list listed
    listen listened listening little live liver lives livid living load loan lobby local location lock locked locker
    lockers locks log logged logging logo logs lol lonely long longer look looked looking looks looping loose lose
    losing loss losses lost lot loud love lovely lower loyal loyalty luck luggage lunch lunchbox lunchtime machine
    mad madam made maggots magic mail mailbox mailing mails main mainly maintain major make makes making man manage
    managed management manager managing manual manufacturer many map mark marked market marks marriage married
    massive master match matched material matter matters mattress maximum may maybe meal meals mean means meant
    meantime meanwhile measure measured meat medal media medical medication medicine meet meeting melted member
    members membership memory mend mental mention mentioned menu menus merchant mess message messed metal meter
    method mice microwave mid middle midnight might miles milk million mind mine minimum minor minute minutes
    miserable missed missing mistake mistakes mixed mixing mobile model module moment money monitor monitoring month
    months mood more morning mortgage most mother mould mouse mouth move moved movers moves moving mrs much mum
    museum music must myself mystery nails name named names narrow nasty national nature near nearby nearest nearly
    necessary neck need needed needn needs negative negligence negligent neighbour neither nervous network
    neurologist never new news next nice night nightmare nights nine ninety nobody noise noisy non none nonsense
    noon normal normally north nose not note noted notes nothing notice now nowhere number numbers nurse nursing nut
    obliged obviously occasioned occur occurred off offended offer offering offers office officer often okay old
    oldest once one ones online only onto open opened opening opens operation operator opinion opposite option
    options order ordered ordering orders ordinary organise organised original other others otherwise ought our ours
    ourselves out outage outcome outside oven over overall overcharged overdraft overnight owe owed own owner
    package packaging packed packs pads page pages paid pain painful paint painting pair panic paper papers
    paperwork parcel parcels parent parents park parked parking part particular particularly partly partner parts
    party pass passed passenger passengers passing passport past patience patient patients patio pay paying payment
    payments payroll pays peace penalty penny pension pensioner people per percent perfect perfectly performance
    period permission person personal personally pet pharmacist pharmacy phone phoned phones phoning photo photos
    physical piano pick picked picking picks picture pictures piece pillow pills pipe pipes place placed plain plan
    plane planning plants plasterer plastic plate plates platform pleasant please pleased pleasure plenty plug
    plumber plus pocket point pointed pointing police policy polite politely pool poor poorly pop population porch
    portal position positive possible post postcode posted posting pot potatoes pound pounds power practice pram
    precise prefer prefers pregnancy pregnant premium prepare prepared prescription present presentation press
    pressed pretty prevent previous price prices print printed printer priority private probably problem problems
    procedure process processed proctor proctored produce product professional project promise promised promises
    promoter prompt promptly proof proper properly property protect proud prove provide provided provider public
    pull pulled pulling purchase purchased purpose push pushchair pushed put putting quality quarter queries query
    question questions queue quick quicker quickly quiet quietly quit quite quote quoted race radio rail rain raise
    raised ramp ran rang range rare rarely rates rather ratings raw reach reached reaching reaction read readily
    reading readings reads ready real realise really reason reasonable receipt receive received receiving recent
    recently reception receptionist recipe recommend record recorded recording records recover recovery red redo
    reduce reduced refer reference referring reflect refund refundable refunded refunding refunds refuse refused
    refusing regarding regards registering registry regret regular regularly rejected relate related relationship
    release released relevant relief rely remain remaining remarks remember remembers remind reminder removal remove
    removed removing renew renewal renewed rent rental repair repaired repairing repairs repeat repeated repeating
    replace replaced replacement replaces replacing replied reply report reported reports reps request requested
    requests reservation reset resolve resolved resolving respect respond response responses responsibility
    responsible rest restart restaurant restore result results retail return returned returning returns reverse
    review reviewed reviewer rich ride right ring ringing rings rinse ripped risk river road roads roaring roof
    roofs room rooms rotten rough round route router routes routine row rubbish rude ruin ruined ruining rule rules
    run rung running runs rushed sad safe safely safety said salad salaries sales same sample samples sandwich sat
    satisfaction satisfied saturday sauce saucepans saved saving saw say saying says scan scared scary schedule
    scheme school scratch screen scrubbing sea sealed search season seat seats sec second secondly seconds section
    secure securely security see seeing seem seemed seems seen sees seizures self sell selling send sending senior
    sense sensible sent sentence separate serial serious seriously served service services serving session set
    setting settle settled seven several shaking shall shame shape share shared sharp shattered she shed sheet shelf
    shift shipped shipping ships shirt shock shocking shoe shoes shoot shop shops short shortly should shoulders
    shouldn shout shouted shouting show showed shower showing shows shut sick side sign signal signature signed
    silent silly similar simple since sincere sincerely singing single sir sister sit site sits sitting situation
    situations six sixteen sixty size skip sky sleep sleeping sleeve slept slide slightly slip slot slow slower
    slowly small smart smell smile smoke smooth snapped socket sofa soft software sold sole solution solve solved
    solving some somebody someone something somewhere son song soon sooner sorry sort sorted sorting sought sound
    sounds soup source south space spare spares spat speak speaker speaking special specialist specially specific
    speed spelling spent spill spilled spinning spoil spoiled spoiling spoke spoken spot spread square squash staff
    stage stained stains stairs stake stamp stand standard standards standing stands start started starting starts
    state statement station stations stay staying stays steady steal step steps steward sticker sticking sticky
    still stinks stock stolen stomach stood stool stop stopped stopping stops storage store storm story straight
    stranded strange stranger strangers street stress stressed stressful stripes strong struggled struggling stuck
    student studio stuff stupid style subcontractor subject submitted success such sudden suddenly sue suffer sugar
    suggest suggested suit suitable suitcase suite suits sum summer sun supervisor supplier supply support suppose
    supposed sure surely surface surgery surname surprise surprised survey surveyor suspended swap swapped swear
    sweet swim swimming switch switchboard switched switches sympathy symptoms system table tables tablets tag tail
    take taken takes taking talk talked talking tall tank tap tape taste taught tax taxi tea teacher team tears tech
    technical technician technicians teeth television tell telling tells temperature template temporary ten tenant
    term terminals terms terrible terribly terrified test testing text than thank thanks that the theft their them
    themselves then there therefore these they thick thin thing things think thinking third thirty this thorough
    thoroughly those though thought thoughts thousand threat three throat through throughout thrown tick ticked
    ticket tickets tidy tied tier ties tight time times timing tiny tip tired tissue toast today together toilet
    token told tomorrow tone tonight too took tool tools top topic totally touch tough tours toward towel tower town
    toy trace track tracked tracking trade traffic train trained trainer training trains transfer transferring
    trapped trash travel travelled travelling tray treat treated treatment tree tried trip trouble trousers truck
    true truly trust trusted truth try trying tube tune turn turned turning tutor twelve twenty twice twins two type
    typed typing tyre ugly unable unacceptable unaccompanied uncle uncomfortable under undersigned understand
    understanding understands understood undo unexpected unfair unfortunately unhappy unit unless unlimited unlock
    unlucky unpaid unpleasant until unto update updated updates updating upgrade upset upsetting upstairs urgent
    urgently use used useful useless user users using usually valid valuable value values valve van vans varifocals
    various vegetables vehicle venue version very view village violated violent violin visa visit visited visiting
    visitor visits vital voice voided volume voucher vouchers wages wait waited waiter waiting waitress waits wake
    walk walked walking walks wall wander want wardrobe warehouse warm warning warranty was wash washed washing
    waste wasted watch watched watches watching water wave way ways weak wear wearing weather web website wedding
    week weekend weekly weeks weigh weight weird welcome well went were weren west wet what whatever wheel
    wheelchair wheels when whenever where wherever whether which whichever while white who whoever whole why wide
    wider wife wild will win wind window windows wine winter wipe wiped wiping wiring wise wish wishes with within
    without witness women won wonder wonderful wondering wood wooden word wording words work worked worker workers
    working works workshop world worn worried worries worry worrying worse worst worth would wouldn wound wow
    wrapped wrapping wrist write writer writes writing written wrong wrote yard year yearly years yellow yes
    yesterday yet you young younger youngest your yours yourself yourselves zero""".split()
)
