# ruff: noqa: E501, RUF001 - a line holds one text in eight languages, each in its own letters
"""The words of the seeded world in the API's eight languages; a table and nothing else.

A row is the text in the order of `route.LANGUAGES`: en, de, fr, ja, ru, zh, ko, es.
"""

from collections.abc import Iterable

from esi.sandbox.routes.route import LANGUAGES

Text = dict[str, str]


def text(*words: str) -> Text:
    """A text in all languages; one word alone is the same in each."""
    return dict(zip(LANGUAGES, words if len(words) > 1 else words * len(LANGUAGES), strict=True))


def join(parts: Iterable[Text], between: str = " ") -> Text:
    """Texts put together, language by language."""
    found = list(parts)
    return {language: between.join(part[language] for part in found) for language in LANGUAGES}


# fmt: off
# A table reads best as a table.
CATEGORIES = {
    4: text("Material", "Material", "Matériau", "資源", "Материалы", "原料", "자원", "Material básico"),
    6: text("Ship", "Schiff", "Vaisseau", "艦船", "Корабли", "舰船", "함선", "Nave"),
    7: text("Module", "Modul", "Module d'équipement", "モジュール", "Модули", "装备", "모듈", "Módulo"),
    16: text("Skill", "Fertigkeit", "Compétence", "スキル", "Навыки", "技能", "스킬", "Habilidad"),
}

# group id: (category id, market group id, name)
GROUPS = {
    18: (4, 1857, text("Mineral", "Mineral (Erz)", "Minéral", "無機物", "Минералы", "矿物", "광물", "Mineral base")),
    25: (6, 64, text("Frigate", "Fregatte", "Frégate", "フリゲート", "Фрегаты", "护卫舰", "프리깃", "Fragata")),
    26: (6, 73, text("Cruiser", "Kreuzer", "Croiseur", "巡洋艦", "Крейсеры", "巡洋舰", "크루저", "Crucero")),
    1305: (6, 1951, text(
        "Tactical Destroyer", "Taktischer Zerstörer", "Destroyer tactique", "戦術駆逐艦",
        "Тактические эсминцы", "战术驱逐舰", "전술 디스트로이어", "Destructor táctico")),
    40: (7, 552, text(
        "Shield Booster", "Schildbooster", "Booster de bouclier", "シールドブースター",
        "Ускоритель щитов", "护盾回充增量器", "실드 부스터", "Potenciador de escudo")),
    62: (7, 1049, text(
        "Armor Repairer", "Panzerungsreparatursystem", "Réparateur de blindage", "アーマーリペアラ",
        "Модуль ремонта брони", "装甲维修器", "장갑 수리 장치", "Reparador de blindaje")),
    46: (7, 542, text(
        "Afterburner", "Nachbrenner", "Système de post-combustion", "アフターバーナー",
        "Форсажный ускоритель", "加力燃烧器", "애프터버너", "Posquemador")),
    61: (7, 664, text(
        "Capacitor Battery", "Energiespeicherbatterie", "Batterie de capaciteur",
        "キャパシタバッテリー", "Аккумулятор", "电容器电池", "캐패시터 배터리", "Batería de capacitor")),
    55: (7, 576, text(
        "Projectile Weapon", "Projektilwaffe", "Arme à projectiles", "プロジェクタイル砲",
        "Артиллерийское орудие", "射弹武器", "발사체 무기", "Arma de proyectiles")),
    74: (7, 566, text(
        "Hybrid Weapon", "Hybridwaffe", "Arme hybride", "ハイブリッド兵器", "Гибридное орудие",
        "混合武器", "하이브리드 무기", "Arma híbrida")),
    257: (16, 377, text(
        "Spaceship Command", "Raumschiffkommando", "Commandement de vaisseau", "宇宙船操縦",
        "Управление кораблями", "飞船操控学", "함선 조종", "Mando de naves")),
}

# market group id: (parent, name)
MARKET_GROUPS = {
    4: (None, text("Ships", "Schiffe", "Vaisseaux", "艦船", "Корабли", "舰船", "함선", "Naves")),
    9: (None, text("Ship Equipment", "Schiffsausrüstung", "Équipement", "艦船装備", "Оборудование", "舰船装备", "함선 장비", "Equipo")),
    533: (None, text("Materials", "Materialien", "Matériaux", "資源", "Материалы", "原料", "자원", "Materiales")),
    150: (None, text("Skills", "Fertigkeiten", "Compétences", "スキル", "Навыки", "技能", "스킬", "Habilidades")),
}
MARKET_PARENTS = {4: 533, 6: 4, 7: 9, 16: 150}

# Services of structures.
SERVICES = (
    text("Clone Bay", "Klonbucht", "Baie de clonage", "クローン施設", "Клонировочный отсек", "克隆舱", "클론 격납고", "Bahía de clonación"),
    text("Market", "Markt", "Marché", "マーケット", "Рынок", "市场", "마켓", "Mercado"),
    text("Reprocessing", "Wiederaufbereitung", "Retraitement", "再処理", "Переработка", "提炼", "정제", "Reprocesamiento"),
    text("Manufacturing", "Produktion", "Fabrication", "製造", "Производство", "制造", "제조", "Fabricación"),
)

# type id: (group id, volume, price, name)
TYPES = {
    34: (18, 0.01, 4.2, text("Tritanium", "Tritanium", "Tritanium", "トリタニウム", "Тританий", "三钛合金", "트리타늄", "Tritanio")),
    35: (18, 0.01, 21.5, text("Pyerite", "Pyerite", "Pyérite", "パイライト", "Пирит", "类晶体胶矿", "파이어라이트", "Pierita")),
    36: (18, 0.01, 68.0, text("Mexallon", "Mexallon", "Mexallon", "メクサロン", "Мексаллон", "类银超金属", "멕살론", "Mexalón")),
    37: (18, 0.01, 190.0, text("Isogen", "Isogen", "Isogène", "イソゲン", "Изоген", "同位聚合体", "이소젠", "Isógeno")),
    38: (18, 0.01, 720.0, text("Nocxium", "Nocxium", "Nocxium", "ノキシウム", "Нокциум", "超新星诺克石", "녹시움", "Nocxio")),
    39: (18, 0.01, 1450.0, text("Zydrine", "Zydrin", "Zydrine", "ザイドライン", "Зидрин", "晶状石英核岩", "자이드라인", "Zidrina")),
    40: (18, 0.01, 2600.0, text("Megacyte", "Megacyte", "Mégacyte", "メガサイト", "Мегацит", "超噬矿", "메가사이트", "Megacita")),
    587: (25, 27289.0, 420000.0, text("Rifter", "Rifter", "Rifter", "リフター", "Рифтер", "裂谷级", "리프터", "Rifter")),
    603: (25, 24500.0, 380000.0, text("Merlin", "Merlin", "Merlin", "マーリン", "Мерлин", "小鹰级", "멀린", "Merlin")),
    621: (26, 92000.0, 9800000.0, text("Caracal", "Caracal", "Caracal", "カラカル", "Каракал", "狞獾级", "카라칼", "Caracal")),
    34562: (1305, 47000.0, 52000000.0, text("Svipul", "Svipul", "Svipul", "スヴィプル", "Свипул", "斯维普级", "스비풀", "Svipul")),
    # No such type exists in the game: the manual of the 5.x line asks for this id in its example.
    30004984: (1305, 47000.0, 52000000.0, text("Svipul", "Svipul", "Svipul", "スヴィプル", "Свипул", "斯维普级", "스비풀", "Svipul")),
    3327: (257, 0.01, 20000.0, text(
        "Spaceship Command", "Raumschiffkommando", "Commandement de vaisseau", "宇宙船操縦",
        "Управление кораблями", "飞船操控学", "함선 조종", "Mando de naves")),
    3329: (257, 0.01, 48000.0, text(
        "Minmatar Frigate", "Minmatar-Fregatte", "Frégate minmatar", "ミンマターフリゲート",
        "Фрегаты Минматар", "米玛塔尔护卫舰操作", "민마타 프리깃", "Fragata minmatar")),
}

MODULE_GROUPS = (40, 62, 46, 61, 55, 74)
SIZES = (
    text("Small", "Kleiner", "Petit", "小型", "Малый", "小型", "소형", "Pequeño"),
    text("Medium", "Mittlerer", "Moyen", "中型", "Средний", "中型", "중형", "Mediano"),
    text("Large", "Großer", "Grand", "大型", "Большой", "大型", "대형", "Grande"),
    text("Capital", "Capital-", "Capital", "キャピタル", "Сверхбольшой", "旗舰级", "캐피탈", "Capital"),
)
MARKS = 60

DESCRIPTION = text(
    "{name}: seeded for tests.", "{name}: für Tests angelegt.", "{name} : créé pour des essais.",
    "{name}:テスト用のデータ。", "{name}: данные для проверок.", "{name}:测试数据。",
    "{name}: 시험용 데이터.", "{name}: datos de prueba.",
)

# region id: (pages of orders in the market, name)
REGIONS = {
    10000002: (31, text("The Forge", "The Forge", "The Forge", "ザ・フォージ", "Горнило", "伏尔戈", "더 포지", "The Forge")),
    10000043: (9, text("Domain", "Domain", "Domain", "ドメイン", "Домейн", "多美", "도메인", "Domain")),
    10000032: (4, text("Sinq Laison", "Sinq Laison", "Sinq Laison", "シンク・レゾン", "Синк-Лейсон", "金纳泽", "싱크 레종", "Sinq Laison")),
    10000030: (3, text("Heimatar", "Heimatar", "Heimatar", "ヘイマター", "Хейматар", "海玛塔", "헤이마타르", "Heimatar")),
    10000042: (2, text("Metropolis", "Metropolis", "Metropolis", "メトロポリス", "Метрополис", "米特罗波里斯", "메트로폴리스", "Metropolis")),
    10000016: (1, text("Lonetrek", "Lonetrek", "Lonetrek", "ロントレック", "Лоунтрек", "长征", "론트렉", "Lonetrek")),
    10000001: (1, text("Derelik", "Derelik", "Derelik", "デレリク", "Дерелик", "德里克", "데렐릭", "Derelik")),
    10000064: (1, text("Essence", "Essence", "Essence", "エッセンス", "Эссенс", "精华之域", "에센스", "Essence")),
}

# system id: (region id, constellation id and name, name, security, station)
HUBS = {
    30000142: (10000002, 20000020, text("Kimotoro", "Kimotoro", "Kimotoro", "キモトロ", "Кимоторо", "起源座", "키모토로", "Kimotoro"),
               text("Jita", "Jita", "Jita", "ジタ", "Жита", "吉他", "지타", "Jita"), 0.9459,
               60003760, "Jita IV - Moon 4 - Caldari Navy Assembly Plant"),
    30002187: (10000043, 20000322, text("Throne Worlds", "Throne Worlds", "Throne Worlds", "スローンワールド", "Троновые Миры", "王座星群", "왕좌의 세계", "Throne Worlds"),
               text("Amarr", "Amarr", "Amarr", "アマー", "Амарр", "艾玛", "아마르", "Amarr"), 1.0,
               60008494, "Amarr VIII (Oris) - Emperor Family Academy"),
    30002659: (10000032, 20000389, text("Coriault", "Coriault", "Coriault", "コリオール", "Корио", "科里奥", "코리오", "Coriault"),
               text("Dodixie", "Dodixie", "Dodixie", "ドデキシー", "Додикси", "多迪谢", "도딕시", "Dodixie"), 0.8661,
               60011866, "Dodixie IX - Moon 20 - Federation Navy Assembly Plant"),
    30002510: (10000030, 20000367, text("Frarn", "Frarn", "Frarn", "フラーン", "Фрарн", "弗恩", "프란", "Frarn"),
               text("Rens", "Rens", "Rens", "レンス", "Ренс", "伦斯", "렌스", "Rens"), 0.8915,
               60004588, "Rens VI - Moon 8 - Brutor Tribe Treasury"),
    30002053: (10000042, 20000302, text("Hadaugago", "Hadaugago", "Hadaugago", "ハダウガゴ", "Хадаугаго", "哈道加戈", "하다우가고", "Hadaugago"),
               text("Hek", "Hek", "Hek", "ヘク", "Хек", "赫克", "헤크", "Hek"), 0.4828,
               60005686, "Hek VIII - Moon 12 - Boundless Creation Factory"),
}

SYLLABLES = (
    text("ka", "ka", "ka", "カ", "ка", "卡", "카", "ka"), text("ro", "ro", "ro", "ロ", "ро", "罗", "로", "ro"),
    text("mi", "mi", "mi", "ミ", "ми", "米", "미", "mi"), text("ta", "ta", "ta", "タ", "та", "塔", "타", "ta"),
    text("ne", "ne", "ne", "ネ", "не", "内", "네", "ne"), text("su", "su", "su", "ス", "су", "苏", "수", "su"),
    text("ha", "ha", "ha", "ハ", "ха", "哈", "하", "ha"), text("li", "li", "li", "リ", "ли", "里", "리", "li"),
    text("no", "no", "no", "ノ", "но", "诺", "노", "no"), text("va", "va", "va", "ヴァ", "ва", "瓦", "바", "va"),
    text("se", "se", "se", "セ", "се", "塞", "세", "se"), text("du", "du", "du", "ドゥ", "ду", "杜", "두", "du"),
)

RACES = {
    1: (500001, text("Caldari", "Caldari", "Caldari", "カルダリ", "Калдари", "加达里", "칼다리", "Caldari")),
    2: (500002, text("Minmatar", "Minmatar", "Minmatar", "ミンマター", "Минматар", "米玛塔尔", "민마타", "Minmatar")),
    4: (500003, text("Amarr", "Amarr", "Amarr", "アマー", "Амарр", "艾玛", "아마르", "Amarr")),
    8: (500004, text("Gallente", "Gallente", "Gallente", "ガレンテ", "Галленте", "盖伦特", "갈란테", "Gallente")),
}

# faction id: (corporation, militia or None, home system, name)
FACTIONS = {
    500001: (1000035, 1000180, 30000142, text("Caldari State", "Staat der Caldari", "État caldari", "カルダリ連合", "Государство Калдари", "加达里合众国", "칼다리 연합", "Estado Caldari")),
    500002: (1000051, 1000182, 30002510, text("Minmatar Republic", "Republik der Minmatar", "République minmatar", "ミンマター共和国", "Республика Минматар", "米玛塔尔共和国", "민마타 공화국", "República Minmatar")),
    500003: (1000084, 1000179, 30002187, text("Amarr Empire", "Imperium der Amarr", "Empire amarr", "アマー帝国", "Империя Амарр", "艾玛帝国", "아마르 제국", "Imperio Amarr")),
    500004: (1000120, 1000181, 30002659, text("Gallente Federation", "Föderation der Gallente", "Fédération gallente", "ガレンテ連邦", "Федерация Галленте", "盖伦特联邦", "갈란테 연방", "Federación Gallente")),
    500006: (1000125, None, None, text("CONCORD Assembly", "CONCORD-Versammlung", "Assemblée de CONCORD", "CONCORD議会", "Ассамблея КОНКОРД", "统合部议会", "콩코드 의회", "Asamblea CONCORD")),
}

NPC_CORPORATIONS = {
    1000035: ("Caldari Navy", "CN", 500001),
    1000051: ("Republic Fleet", "RFLT", 500002),
    1000084: ("Amarr Navy", "AN", 500003),
    1000120: ("Federation Navy", "FN", 500004),
    1000125: ("CONCORD", "CONCO", 500006),
    1000179: ("24th Imperial Crusade", "TIC", 500003),
    1000180: ("State Protectorate", "SPR", 500001),
    1000181: ("Federal Defense Union", "FDU", 500004),
    1000182: ("Tribal Liberation Force", "TLF", 500002),
}

INSURANCE = (
    text("Basic", "Grundlegend", "Basique", "ベーシック", "Базовая", "基础", "베이직", "Básico"),
    text("Standard", "Standard", "Normal", "スタンダード", "Стандартная", "标准", "스탠다드", "Estándar"),
    text("Bronze", "Bronze", "Bronze", "ブロンズ", "Бронзовая", "青铜", "브론즈", "Bronce"),
    text("Silver", "Silber", "Argent", "シルバー", "Серебряная", "白银", "실버", "Plata"),
    text("Gold", "Gold", "Or", "ゴールド", "Золотая", "黄金", "골드", "Oro"),
    text("Platinum", "Platin", "Platine", "プラチナ", "Платиновая", "白金", "플래티넘", "Platino"),
)

FIRST_NAMES = ("Asa", "Bero", "Cira", "Dain", "Elva", "Fenn", "Gora", "Hald")
LAST_NAMES = ("Ostrand", "Veyl", "Karsten", "Moru", "Tallis", "Ibarra", "Quist", "Ren")
# fmt: on
