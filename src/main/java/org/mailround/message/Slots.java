package org.mailround.message;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How slots are written into a rendering: between private-use characters, which {@link Clean} takes out of all data.
 *
 * <p>{@code U+E000 kind [U+E003 name] [U+E004 before U+E004 after] [U+E002 fallback] U+E001}
 */
final class Slots {

    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final char FALLBACK = '\uE002';
    private static final char NAME = '\uE003';
    private static final char FRAME = '\uE004';

    /** One slot as it is written; unbreakable when lines are wrapped. */
    static final String REGEX = "\uE000[^\uE000\uE001]*\uE001";

    private static final Pattern MARKER = Pattern.compile(
            "\uE000([A-Z_]+)(?:\uE003([^\uE000-\uE004]*))?(?:\uE004([^\uE000-\uE004]*)\uE004([^\uE000-\uE004]*))?(?:\uE002([^\uE000-\uE004]*))?\uE001");

    private Slots() {}

    static boolean isPrivate(int c) {
        return c >= 0xE000 && c <= 0xF8FF;
    }

    static String link(Slot.Kind kind) {
        return OPEN + kind.name() + CLOSE;
    }

    static String person(Slot.Kind kind, String fallback) {
        return OPEN + kind.name() + FALLBACK + line(fallback) + CLOSE;
    }

    /** Words around a name, and other words altogether for people whose name is not known. */
    static String sentence(Slot.Kind kind, String before, String after, String without) {
        return OPEN + kind.name() + FRAME + before + FRAME + after + FALLBACK + line(without) + CLOSE;
    }

    static String attribute(String name, String fallback) {
        return OPEN + Slot.Kind.ATTRIBUTE.name() + NAME + line(name) + FALLBACK + line(fallback) + CLOSE;
    }

    /** Hands over what stands between the slots and the slots, in order. */
    static void scan(String rendering, Consumer<String> text, Consumer<Slot> slot) {
        Matcher marker = MARKER.matcher(rendering);
        int end = 0;
        while (marker.find()) {
            if (marker.start() > end) {
                text.accept(rendering.substring(end, marker.start()));
            }
            slot.accept(new Slot(
                    Slot.Kind.valueOf(marker.group(1)),
                    orEmpty(marker.group(2)),
                    orEmpty(marker.group(3)),
                    orEmpty(marker.group(4)),
                    orEmpty(marker.group(5))));
            end = marker.end();
        }
        if (end < rendering.length()) {
            text.accept(rendering.substring(end));
        }
    }

    /** How a slot will roughly look: with its fallback, which is about as long as what will stand there. */
    static String withFallbacks(String rendering) {
        StringBuilder text = new StringBuilder();
        scan(rendering, text::append, slot -> text.append(slot.fallback()));
        return text.toString();
    }

    // A fallback goes through HTML, where several blanks are one.
    private static String line(String text) {
        return Clean.line(text).replaceAll("\\s+", " ");
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }
}
