package org.mailround.message;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The merge tags that staff may write into a one-off: {@code {{first_name|there}}}. They name a value and what stands
 * there without one; there is no logic in them.
 *
 * @param attributes the names of the recipients' attributes
 */
record MergeTags(String clinicName, Set<String> attributes) {

    /**
     * What stands for a tag.
     *
     * @param tag as written, with its braces
     * @throws MergeTagException if there is no such tag, or an attribute has no fallback
     */
    String replacement(String tag) {
        String content = tag.substring(2, tag.length() - 2);
        int bar = content.indexOf('|');
        String name = (bar < 0 ? content : content.substring(0, bar)).strip();
        String fallback = bar < 0 ? "" : content.substring(bar + 1);
        switch (name) {
            case "first_name":
                return Slots.person(Slot.Kind.FIRST_NAME, fallback);
            case "last_name":
                return Slots.person(Slot.Kind.LAST_NAME, fallback);
            case "clinic_name":
                return clinicName;
            default:
                if (!attributes.contains(name)) {
                    throw new MergeTagException("%s is not a merge tag: use one of %s".formatted(tag, known()));
                }
                if (bar < 0) {
                    throw new MergeTagException(
                            "%s has no fallback: write {{%s|…}}, with what stands there for people without one"
                                    .formatted(tag, name));
                }
                return Slots.attribute(name, fallback);
        }
    }

    private String known() {
        String names = new TreeSet<>(attributes)
                .stream().map(name -> ", {{" + name + "|…}}").collect(Collectors.joining());
        return "{{first_name|there}}, {{last_name|…}}, {{clinic_name}}" + names;
    }
}
