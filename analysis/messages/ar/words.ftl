# The first Arabic messages: they show that plurals, dates and lists are the language's own.

date-about = نحو { $date }
date-since = منذ { $date }
date-until = حتى { $date }
date-span = من { $start } إلى { $end }

interval = من { $low } إلى { $high }
interval-from = { $low } أو أكثر
interval-up-to = حتى { $high }
interval-none = من دون رقم

quoted = «{ $words }»
voices = { $number ->
    [zero] لا صوت
    [one] صوت واحد
    [two] صوتان
    [few] { $number } أصوات
    [many] { $number } صوتًا
   *[other] { $number } صوت
}
