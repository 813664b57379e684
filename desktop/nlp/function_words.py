"""The commonest words of languages that share a script: our own lists, most frequent first by and large."""

FUNCTION_WORDS = {
    "de": (
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden "
        "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur "
        "oder aber vor zur bis mehr durch man wurde sei sagte"
    ),
    "en": (
        "the of and to in a is that for it as was with be by on not he his but at are this have from or had "
        "an they which one were all their has would what will there if can more about when who said after "
        "its than into been"
    ),
    "fr": (
        "le la les de des du et un une en est que qui dans pour pas au sur se plus par avec ce il elle sont "
        "aux ne son sa ont mais été cette ou à leur comme ses fait après deux entre selon être lors"
    ),
    "es": (
        "el la los las de y en que un una por con del se para su al es lo como más pero sus le ha no fue "
        "este entre sobre ser cuando dijo también hasta está desde muy sin años han tras según"
    ),
    "pt": (
        "o a os as de e do da em que um uma para com não no na se por dos das mais ao como mas foi pelo "
        "pela sua seu são ele também até entre ser está disse após sobre quando já muito nos às anos à "
        "segundo"
    ),
    "it": (
        "il la di che e in un una per del della dei delle è con non sono da al si nel alla come più ha ma "
        "le gli lo anche dal dalla nella sul ai questo tra stato essere suo sua dopo hanno ed due secondo"
    ),
    "nl": (
        "de het een en van in op te dat is die voor met niet zijn aan er ook als bij door naar om maar "
        "heeft uit worden tot over wordt ze zich werd hij nog dan deze kan meer was hebben geen tegen jaar "
        "volgens"
    ),
    "da": (
        "og i at det er en til af på den for med der de ikke som har et om fra han var sig men vil kan "
        "efter ved også over skal blev blevet hun siger mod være havde to år mellem nu ud endnu hinanden "
        "nogle bliver uden sagde hvad fejl kun dette hvor"
    ),
    "no": (
        "og i at det er en til av på den for med som de ikke har et om fra han var seg men vil kan etter "
        "ved også over skal ble blitt hun sier mot være hadde to år mellom nå ut hva ennå hverandre noen "
        "blir uten sa feil bare dette hvor"
    ),
    "sv": (
        "och i att det är en till av på den för med som de inte har ett om från han var sig men vill kan "
        "efter vid också över ska blev hon säger mot vara hade två år mellan nu ut sin när"
    ),
    "fi": (
        "ja on ei se että oli hän ovat mutta myös kun joka ole mukaan sen kuin niin hänen jo vain sekä tai "
        "mitä kanssa ennen jälkeen sanoi vuonna nyt olla ollut"
    ),
    "pl": (
        "i w na z że się do nie jest to o jak po za od przez dla są przed był oraz jego ale ich tym czy być "
        "może co już także tego roku ze które który która została został po powiedział"
    ),
    "cs": (
        "a v na se že je s z do to o i ve pro za by po jako ale jeho byl ze podle jsou také která který "
        "které bylo si již při mezi uvedl řekl v roce nebo není"
    ),
    "ro": (
        "și în de la a cu că pe din este o un nu care pentru au fost mai sau se sa prin după între dar lui "
        "ale cel cea sunt declarat președintele"
    ),
    "hu": (
        "a az és hogy nem is egy ez meg van azt volt csak de már még el mint ki után szerint között amely "
        "lesz kell vagy mert aki mondta"
    ),
    "tr": (
        "ve bir bu için ile de da olarak olan daha çok en gibi kadar sonra ise olduğunu ancak her ne var "
        "dedi yeni iki arasında göre tarafından başkanı cumhurbaşkanı değil olduğu etti"
    ),
    "id": (
        "yang dan di dengan untuk pada dari dalam ini itu tidak akan ke adalah bahwa karena juga oleh "
        "sebagai telah ada mereka kami namun bisa para saat hingga atau tersebut setelah antara secara "
        "lebih sejak kata presiden pemerintah kepada rabu polisi anggota keamanan merupakan usai jika senin "
        "sabtu jumat kamis minggu warga tim kota provinsi uang tentang terjadi kantor mobil sedangkan "
        "sementara korban pukul ujar ungkap"
    ),
    "ms": (
        "yang dan di dengan untuk pada dari dalam ini itu tidak akan ke adalah bahawa kerana juga oleh "
        "sebagai telah ada mereka kami namun ialah beliau kepada kerajaan manakala atau tersebut selepas "
        "antara secara lebih sejak berkata presiden semasa polis keselamatan jumaat khamis isnin ahad "
        "lawatan sementara wang jabatan mangsa cawangan berkenaan bahagian"
    ),
    "vi": (
        "và của là có cho các được trong một không với những người đã này khi đến về từ tại sau cũng ra vào "
        "ông theo trên để như nhiều việc năm sẽ bị đó nhưng bà nước"
    ),
    "tl": (
        "ang ng mga sa na at ay para ni hindi si kay ito nang may mula siya kanyang din rin kung dahil "
        "isang pa niya ayon sinabi"
    ),
}

FUNCTION_WORDS_OF_OTHER_SCRIPTS = {
    "ru": (
        "и в не на что он с как это по но из у за от то о все она так его к до они мы для же или бы был "
        "только уже при после если еще ее были во где когда который также может между будет более чем без "
        "нет его их мне года году время сказал заявил почему новый новые"
    ),
    "uk": (
        "і в не на що він з як це по але із у за від то про все вона так його до вони ми для же або би був "
        "тільки вже при після якщо ще її були де коли який також може між буде більше ніж без немає їх мені "
        "року році час сказав заявив чому через щодо під час та й новий нові"
    ),
    "bg": (
        "и в не на че той с как това по но от у за до то за всички тя така му към те ние или би беше само "
        "вече при след ако още я бяха във къде когато който също може между ще бъде повече без няма им ми "
        "година години време каза заяви защо са се да ли със нов нови през"
    ),
    "be": (
        "і ў не на што ён з як гэта па але са у за ад то пра усё яна так яго да яны мы для ж або бы быў "
        "толькі ужо пры пасля калі яшчэ яе былі дзе які таксама можа паміж будзе больш чым без няма іх мне "
        "года годзе час сказаў заявіў чаму праз новы"
    ),
    "sr": (
        "и у не на да он са како то по али из код за од о све она тако га до они ми или би био само већ при "
        "после ако још је су били где када који такође може између ће бити више него без нема их мени године "
        "време рекао изјавио зашто се због нови"
    ),
    "ar": (
        "في من على إلى عن أن هذا هذه التي الذي ما لا مع كان كانت هو هي بعد قبل بين كل قد لم لن ثم أو حتى عند "
        "ذلك تلك خلال حول أي غير منذ وقال وفي ومن كما إن يوم عام لماذا رئيس وزير"
    ),
    "fa": (
        "در از به که این آن را با است برای بر تا هم یا اما نیز می شد شده بود کرد کرده کند کنند های ها خود "
        "او آنها ما یک دو هر چه چرا پس پیش بین روی وی گفت سال روز دیگر همه باید نمی خواهد شود رئیس وزیر"
    ),
    "ur": (
        "کے کی کا میں سے نے کو پر اور ہے ہیں تھا تھی یہ وہ اس ان کہ بھی ایک نہیں ہو گیا کر کیا لیے ساتھ بعد "
        "تک جو اپنے کہا ہوئے دیا رہے رہا گئے والے سال وزیر صدر"
    ),
}
"""The same for languages that share a script that is not Latin."""
