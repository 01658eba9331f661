"""The same four sentences in eight languages of six scripts, to build sections from."""

from __future__ import annotations

import pytest

EN = (
    "We keep the data that you give us when you ask for a demonstration.",
    "Our processors act on written instructions alone and never sell what they receive.",
    "Some recipients are established outside of the European Economic Area.",
    "You may object at any time by writing to the address below.",
)
FR = (
    "Nous conservons les données que vous nous donnez lors d’une démonstration.",
    "Nos sous-traitants n’agissent que sur instruction écrite et ne vendent rien.",
    "Certains destinataires sont établis en dehors de l’Espace économique européen.",
    "Vous pouvez vous opposer à tout moment en écrivant à l’adresse ci-dessous.",
)
DE = (
    "Wir speichern die Daten, die Sie uns bei einer Vorführung geben.",
    "Unsere Auftragsverarbeiter handeln nur auf schriftliche Weisung und verkaufen nichts.",
    "Einige Empfänger haben ihren Sitz außerhalb des Europäischen Wirtschaftsraums.",
    "Sie können jederzeit widersprechen, indem Sie an die Adresse unten schreiben.",
)
AR = (
    "نحتفظ بالبيانات التي تقدمها لنا عند طلب عرض لمنتجاتنا.",
    "لا يعمل معالجو البيانات إلا بتعليمات مكتوبة ولا يبيعون ما يتلقونه أبدًا.",
    "يقع بعض المستلمين خارج المنطقة الاقتصادية الأوروبية منذ سنوات.",
    "يمكنك الاعتراض في أي وقت بالكتابة إلى العنوان الوارد أدناه.",
)
HE = (
    "אנו שומרים את הנתונים שאתם מוסרים לנו בעת בקשת הדגמה.",
    "המעבדים שלנו פועלים לפי הוראות כתובות בלבד ואינם מוכרים דבר.",
    "חלק מהנמענים ממוקמים מחוץ לאזור הכלכלי האירופי מזה שנים.",
    "אפשר להתנגד בכל עת בכתיבה אל הכתובת המופיעה למטה.",
)
JA = (
    "当社は、お客様が製品の実演を申し込む際に提供する情報を保存します。",
    "処理者は書面による指示のみに従って行動し、受け取ったものを決して販売しません。",
    "一部の受領者は欧州経済領域の外に所在しています。",
    "下記の住所に書面を送ることにより、いつでも異議を申し立てることができます。",
)
ZH = (
    "您申请产品演示时向我们提供的数据将由我们保存。",
    "我们的处理者只按照书面指示行事，绝不出售其所收到的内容。",
    "部分接收方位于欧洲经济区以外的国家和地区。",
    "您可以随时写信至下列地址，向我们提出反对意见。",
)
TH = (
    "เราเก็บข้อมูลที่คุณให้ไว้เมื่อขอชมการสาธิตผลิตภัณฑ์ของเรา",
    "ผู้ประมวลผลของเราปฏิบัติตามคำสั่งที่เป็นลายลักษณ์อักษรเท่านั้นและไม่ขายสิ่งที่ได้รับ",
    "ผู้รับบางรายตั้งอยู่นอกเขตเศรษฐกิจยุโรปมาเป็นเวลาหลายปี",
    "คุณสามารถคัดค้านได้ทุกเมื่อโดยเขียนถึงที่อยู่ด้านล่างนี้",
)
SCRIPTS = {"en": EN, "fr": FR, "de": DE, "ar": AR, "he": HE, "ja": JA, "zh": ZH, "th": TH}
in_every_script = pytest.mark.parametrize("texts", SCRIPTS.values(), ids=SCRIPTS)

A, B, C, D = 0, 1, 2, 3
Sections = dict[str, tuple[int, ...]]
"""By id the sentences of a section; its heading is its id."""


def sections(found: Sections, texts: tuple[str, ...]) -> dict[str, str]:
    """The sources of sections, by id."""
    return {name: "\n\n".join([f"# {name}", *(texts[at] for at in body)]) for name, body in found.items()}
