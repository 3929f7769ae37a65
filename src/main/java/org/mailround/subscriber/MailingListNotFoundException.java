package org.mailround.subscriber;

import java.util.List;

/** There is no list of that name. */
public class MailingListNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private MailingListNotFoundException(String message) {
        super(message);
    }

    static MailingListNotFoundException named(String name, List<String> known) {
        return new MailingListNotFoundException(
                known.isEmpty()
                        ? "There is no list “%s”, nor any other: put it into subscribers/ as %s.csv."
                                .formatted(name, name)
                        : "There is no list “%s”: the lists are %s.".formatted(name, String.join(", ", known)));
    }
}
