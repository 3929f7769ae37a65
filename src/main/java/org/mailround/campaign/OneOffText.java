package org.mailround.campaign;

import java.util.Set;

/**
 * What staff write to be sent once, and for whom.
 *
 * @param subject data, never merged
 * @param markdown with merge tags
 * @param template the name of its template's files, without their endings
 * @param lists the ids of the lists that it is for; empty for every list
 * @param only whom of these lists it is for
 * @param again whether it may go out although the same went to the same people before
 */
public record OneOffText(String subject, String markdown, String template, Set<Long> lists, Only only, boolean again) {

    public OneOffText {
        lists = Set.copyOf(lists);
    }
}
