package org.mailround.article;

/** The characters of a feed. */
final class FeedText {

    private static final String DOCTYPE = "<!doctype";

    /**
     * Decodes a feed and takes away the controls that XML has no place for, but pasted text often has.
     *
     * @param name what the reason calls it
     * @throws UnreadableException if it plainly is no feed
     */
    static String of(Fetched fetched, String name) throws UnreadableException {
        String text = Characters.lines(
                        FeedEncoding.decode(fetched).replace("\r\n", "\n").replace('\r', '\n'))
                .strip();
        if (text.isEmpty()) {
            throw new UnreadableException("%s is empty: check the address in a browser".formatted(name));
        }
        int doctype = doctype(text);
        if (doctype >= 0 && isOfHtml(text, doctype)) {
            throw Feed.isWebPage(name);
        }
        if (doctype >= 0) {
            throw new UnreadableException(
                    "%s has a DOCTYPE, which is refused because it can name other files: ask for a feed without one"
                            .formatted(name));
        }
        return text;
    }

    /** Where a document type is declared, be it where none may be; -1 where none is. */
    private static int doctype(String text) {
        int at = text.indexOf("<!");
        while (at >= 0 && !begins(text, at, DOCTYPE)) {
            int end = at + 1;
            if (text.startsWith("<!--", at)) {
                end = text.indexOf("-->", at);
            } else if (text.startsWith("<![CDATA[", at)) {
                end = text.indexOf("]]>", at);
            }
            at = end < 0 ? -1 : text.indexOf("<!", end);
        }
        return at;
    }

    private static boolean isOfHtml(String text, int doctype) {
        int name = doctype + DOCTYPE.length();
        while (name < text.length() && Character.isWhitespace(text.charAt(name))) {
            name++;
        }
        return begins(text, name, "html");
    }

    private static boolean begins(String text, int at, String with) {
        return text.regionMatches(true, at, with, 0, with.length());
    }

    private FeedText() {}
}
