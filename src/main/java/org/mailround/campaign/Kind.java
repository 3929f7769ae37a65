package org.mailround.campaign;

/** What staff set up: a recurring digest of new articles, or a mailing sent once. */
public enum Kind {
    DIGEST("digest"),
    ONE_OFF("one-off");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** As it is written in the database and in reports. */
    public String label() {
        return label;
    }

    static Kind of(String label) {
        for (Kind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of campaign: " + label);
    }
}
