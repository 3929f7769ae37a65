package org.mailround.delivery;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The renderings of an edition, as a statement chooses among them by language (RFC 4647 section 3.4): the longest tag that
 * the reader's begins with, else the usual one. They are few and frozen, so they stand in the statement itself; looked up
 * for each reader they took half of the time that planning takes.
 *
 * @param usual the id of the one for all others, of what the edition itself says
 * @param languages ids by language, the longest tags first
 */
record VariantChoice(long usual, Map<String, Long> languages) {

    private record Rendering(long id, String language) {}

    static VariantChoice of(long edition, JdbcClient jdbc) {
        List<Rendering> all = jdbc.sql("""
                        select id, language from edition_variant where edition_id = ? and selection = 0
                        order by char_length(language) desc, id
                        """)
                .param(edition)
                .query((row, number) -> new Rendering(row.getLong("id"), row.getString("language")))
                .list();
        Map<String, Long> languages = new LinkedHashMap<>();
        all.forEach(one -> languages.putIfAbsent(one.language(), one.id()));
        long usual = all.stream().mapToLong(Rendering::id).min().orElseThrow();
        return new VariantChoice(usual, languages);
    }

    /** An expression for the id of the one that somebody gets who gets what the edition itself says. */
    String expression(String language) {
        return languages.size() == 1 ? "cast(:usual as bigint)" : choice(language, "cast(:rendering%d as bigint)");
    }

    /** An expression for the language of the one that somebody gets, whichever selection it is of. */
    String languageExpression(String language) {
        return choice(language, "cast(:language%d as varchar(35))");
    }

    private String choice(String language, String value) {
        StringBuilder choice = new StringBuilder("case");
        int number = 0;
        int other = 0;
        for (long id : languages.values()) {
            choice.append(" when lower(%1$s) = :language%2$d or lower(%1$s) like :below%2$d then "
                            .formatted(language, number))
                    .append(value.formatted(number));
            other = id == usual ? number : other;
            number++;
        }
        return choice.append(" else ")
                .append(value.formatted(other))
                .append(" end")
                .toString();
    }

    /** What stands for the names in the expression. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(Map.of("usual", usual));
        int number = 0;
        for (Map.Entry<String, Long> rendering : languages.entrySet()) {
            parameters.put("language" + number, rendering.getKey());
            parameters.put("below" + number, rendering.getKey() + "-%");
            parameters.put("rendering" + number, rendering.getValue());
            number++;
        }
        return parameters;
    }
}
