# The first Arabic messages: they show that plurals, dates and lists are the language's own.

date-about = نحو { $date }
date-since = منذ { $date }
date-until = حتى { $date }
date-on = في { $date }
date-in = في { $date }
date-from = من { $date }
date-no-end = { $date }، ولم تُذكر نهايته
date-no-start = { $date }، ولم تُذكر بدايته
date-under-way = جارٍ، ولم تُذكر بدايته
date-span = من { $start } إلى { $end }
date-within = يوم بين { $start } و{ $end }
date-on-within = في يوم بين { $start } و{ $end }
date-by = بحلول { $date }
date-on-or-after = في { $date } أو بعده
date-last-reported = { $date }، وآخر ذكر له { $day }
date-foretold = { $date }، وقد أُعلن عنه مسبقًا { $day }
date-under-way-when = لم تُذكر بدايته، وآخر ذكر له { $day }
date-noted = { $date } ({ $note })
date-inferred = مستنتج
date-inferred-part = استُنتج: { $parts }
date-inferred-start = البداية مستنتجة
date-inferred-end = النهاية مستنتجة
date-inferred-part-start = استُنتج من البداية: { $parts }
date-inferred-part-end = استُنتج من النهاية: { $parts }
date-inferred-some = مستنتج جزئيًا
date-year = السنة
date-month = الشهر
date-day = اليوم

join-further = { $first }؛ { $next }

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
