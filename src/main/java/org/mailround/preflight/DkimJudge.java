package org.mailround.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailround.message.Dkim;
import org.mailround.message.DkimKey;
import org.mailround.message.DkimRecord;

/** Whether others can verify what we sign (DKIM, RFC 6376). */
final class DkimJudge {

    private final Dns dns;
    private final Findings found;

    DkimJudge(Dns dns, Findings found) {
        this.dns = dns;
        this.found = found;
    }

    /** Whether they can. */
    boolean judge(Dkim dkim) {
        Optional<DkimKey> key = dkim.key();
        return key.isPresent() && judge(key.get());
    }

    private boolean judge(DkimKey key) {
        List<DkimRecord> records = new ArrayList<>();
        for (String txt : dns.txt(key.dnsName())) {
            records.add(key.judge(txt));
        }
        records.removeIf(record -> record == DkimRecord.NO_KEY);
        if (records.isEmpty()) {
            error(
                    key,
                    "There is no DKIM key at %s, so nobody can verify our signature: publish what ./mailround dkim-key prints."
                            .formatted(key.dnsName()));
            return false;
        }
        if (records.size() > 1) {
            error(
                    key,
                    "There are %d DKIM keys at %s, and receivers take any of them: leave the one alone that ./mailround dkim-key prints."
                            .formatted(records.size(), key.dnsName()));
            return false;
        }
        return judge(key, records.get(0));
    }

    private boolean judge(DkimKey key, DkimRecord record) {
        String mend = ": publish what ./mailround dkim-key prints.";
        switch (record) {
            case OURS -> {
                found.ok("dns.dkim", key.dnsName(), "The DKIM key at %s is ours.".formatted(key.dnsName()));
                return true;
            }
            case OURS_IN_TESTING ->
                found.warning(
                        "dns.dkim",
                        key.dnsName(),
                        "The DKIM key at %s is marked as a test, and receivers treat mail as unsigned: take t=y out."
                                .formatted(key.dnsName()));
            case REVOKED -> error(key, "The DKIM key at %s is revoked".formatted(key.dnsName()) + mend);
            case UNUSABLE ->
                error(key, "The DKIM record at %s cannot be used for our signature".formatted(key.dnsName()) + mend);
            case ANOTHER_KEY, NO_KEY ->
                error(
                        key,
                        "The DKIM key at %s is not the one that we sign with, so no signature verifies"
                                        .formatted(key.dnsName())
                                + mend);
        }
        return false;
    }

    private void error(DkimKey key, String sentence) {
        found.error("dns.dkim", key.dnsName(), sentence);
    }
}
