package org.mailround.bounce;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailround.judgement.Incoming;
import org.mailround.token.Purpose;
import org.mailround.token.Tokens;
import org.springframework.stereotype.Component;

/**
 * Finds which of our mails a message speaks of: by the address that it was sent to (VERP), by the envelope id that it gives
 * back (RFC 3464 section 2.2.1), or by the Message-ID of what it returns or answers. Each holds a token; whoever has never
 * seen that mail cannot make one.
 */
@Component
class Clues {

    private static final String TOKEN = "([a-zA-Z2-7]{39})";

    /** The local part's end, of an address of ours. */
    private static final Pattern VERP = Pattern.compile("\\+" + TOKEN + "@");

    private static final Pattern ENVELOPE_ID = Pattern.compile("(?<![a-zA-Z0-9])" + TOKEN + "(?![a-zA-Z0-9])");

    private static final Pattern MESSAGE_ID = Pattern.compile("<" + TOKEN + "@");

    /** Where servers note whom a message was delivered to. */
    private static final List<String> SENT_TO = List.of(
            "To",
            "Cc",
            "Delivered-To",
            "X-Original-To",
            "Envelope-To",
            "X-Envelope-To",
            "X-Delivered-To",
            "X-Rcpt-To",
            "Apparently-To",
            "Resent-To");

    /** Nobody quotes more of them; what does is made to keep us busy. */
    private static final int MOST = 20;

    private final Tokens tokens;

    Clues(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The deliveries that a message names by genuine tokens, and whether it has any that look like ours and are not.
     *
     * @param deliveries their ids; usually one
     */
    record Found(Set<Long> deliveries, boolean anyForged) {}

    Found in(Incoming incoming) {
        Search search = new Search();
        SENT_TO.forEach(header -> search.in(incoming.headers(header), VERP, Purpose.ENVELOPE_SENDER));
        search.in(incoming.reported("Original-Envelope-Id"), ENVELOPE_ID, Purpose.ENVELOPE_SENDER);
        search.in(incoming.reported("Original-Mail-From"), VERP, Purpose.ENVELOPE_SENDER);
        search.in(incoming.returned("Return-Path"), VERP, Purpose.ENVELOPE_SENDER);
        search.in(incoming.returned("Message-ID"), MESSAGE_ID, Purpose.MESSAGE_ID);
        search.in(incoming.headers("In-Reply-To"), MESSAGE_ID, Purpose.MESSAGE_ID);
        search.in(incoming.headers("References"), MESSAGE_ID, Purpose.MESSAGE_ID);
        // some say it in words alone
        search.in(List.of(incoming.text()), VERP, Purpose.ENVELOPE_SENDER);
        search.in(List.of(incoming.text()), MESSAGE_ID, Purpose.MESSAGE_ID);
        return new Found(search.genuine, search.anyForged);
    }

    private final class Search {

        private final Set<Long> genuine = new LinkedHashSet<>();
        private final Set<String> seen = new LinkedHashSet<>();
        private boolean anyForged;

        void in(List<String> values, Pattern pattern, Purpose purpose) {
            values.stream()
                    .flatMap(value -> pattern.matcher(value).results())
                    .map(match -> match.group(1))
                    .filter(token -> seen.size() < MOST && seen.add(token))
                    .forEach(token ->
                            tokens.verify(purpose, token).ifPresentOrElse(genuine::add, () -> this.anyForged = true));
        }
    }
}
