package org.mailround.message;

import java.util.List;
import java.util.Random;

/** Texts that have broken mail programs, put together at random from a seed. */
class Words {

    private static final List<String> TROUBLE = List.of(
            "Ana",
            "López",
            "محمد عبد الله",
            "שלום",
            "李小龍",
            "ไทย",
            "😀👩‍⚕️",
            "e\u0301\u0323",
            "\u202Eabc\u202C",
            "\u00A0",
            "\u200B",
            "\uFEFF",
            " ",
            "  ",
            "\t",
            "\r\n",
            "\r\nBcc: x@evil.example",
            "\n.\n",
            "\r.\r",
            "\u0000",
            "\u0007",
            "\u0085",
            "\u2028",
            "\uD83D",
            "\uDE00",
            "=?utf-8?B?QmNjOiB4?=",
            "=?utf-8?q?b?=",
            "=3D=",
            "=",
            ".",
            "From ",
            "--=_mailround_12--",
            "[[${7*7}]]",
            "[(${7*7})]",
            "__${T(java.lang.Runtime)}__",
            "{{last_name}}",
            "{{first_name|x}}",
            "<script>alert(1)</script>",
            "</p><b>",
            "&amp;",
            "&#xE000;",
            "\"",
            "'",
            "\\",
            "\\\"",
            "(c)",
            "<x@y.example>",
            ",",
            ";",
            ":",
            "@",
            "$1",
            "\uE000LAST_NAME\uE001",
            "\uE000",
            "\uE001",
            "\uF8FF",
            "x".repeat(80),
            "ß".repeat(300),
            "word ".repeat(60));

    private final Random random;

    Words(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append(TROUBLE.get(random.nextInt(TROUBLE.size())));
        }
        return text.toString();
    }

    boolean coin() {
        return random.nextBoolean();
    }

    /** What must arrive of it, said another way than the program does: on one line, without what would forge a slot. */
    static String arriving(String text) {
        // halves of a character that a private one parts do not become one
        return text.replaceAll("(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])", "\uFFFD")
                .replaceAll("[\uE000-\uF8FF]", "")
                .replaceAll("[\\p{Cc}\u2028\u2029]", " ")
                .strip();
    }
}
