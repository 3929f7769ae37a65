package org.mailround.preflight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailround.clinic.Sender;
import org.mailround.message.Dkim;
import org.mailround.rfc.Mailbox;
import org.mailround.smtp.Relay;
import org.springframework.stereotype.Component;

/** Whether the DNS says that mail from us is ours: SPF, DKIM, DMARC, and that they agree. */
@Component
class DnsCheck implements Check {

    private final DnsServer server;
    private final Sender sender;
    private final Dkim dkim;
    private final Relay relay;

    DnsCheck(DnsServer server, Sender sender, Dkim dkim, Relay relay) {
        this.server = server;
        this.sender = sender;
        this.dkim = dkim;
        this.relay = relay;
    }

    @Override
    public Area area() {
        return Area.DNS;
    }

    @Override
    public boolean asksNetwork() {
        return true;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        if (relay.isLoopback() && !server.isNamed()) {
            found.ok(
                    "dns.skipped",
                    null,
                    "The DNS is not asked, as mail goes to this machine; mailround.dns.server names a server that is asked all the same.");
            return;
        }
        try {
            judge(server.open(deadline), found);
        } catch (SilentDnsException e) {
            found.error("dns.unanswered", null, e.sentence());
        }
    }

    private void judge(Dns dns, Findings found) {
        String from = sender.from().address().domain();
        String envelope = envelopeDomain();
        DmarcJudge dmarc = new DmarcJudge(dns, found);
        SpfJudge spf = new SpfJudge(dns, relay, found);
        Optional<Boolean> spfPasses = attempt(found, () -> spf.judge(envelope));
        Optional<Boolean> verifies = attempt(found, () -> new DkimJudge(dns, found).judge(dkim));
        Optional<Optional<DmarcRecord>> policy = attempt(found, () -> dmarc.judge(from));
        if (spfPasses.isPresent() && verifies.isPresent() && policy.isPresent()) {
            attempt(found, () -> {
                new Alignment(from, envelope, dkim.key().isPresent(), dmarc)
                        .judge(spfPasses.get(), verifies.get(), policy.get(), found);
                return true;
            });
        }
        mailboxes()
                .forEach((domain, key) -> attempt(found, () -> {
                    new MailboxJudge(dns, found).judge(domain, key);
                    return true;
                }));
    }

    private Map<String, String> mailboxes() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(sender.from().address().domain(), "mailround.from");
        Mailbox replyTo = sender.replyTo();
        if (replyTo != null) {
            keys.putIfAbsent(replyTo.address().domain(), "mailround.reply-to");
        }
        keys.putIfAbsent(envelopeDomain(), "mailround.bounces.address");
        return keys;
    }

    private String envelopeDomain() {
        return sender.reversePath().domain();
    }

    private interface Question<T> {

        T answer();
    }

    /** What is broken at one domain keeps no other from being asked; a server that says nothing is asked no more. */
    private static <T> Optional<T> attempt(Findings found, Question<T> question) {
        try {
            return Optional.of(question.answer());
        } catch (SilentDnsException e) {
            if (e.isEverywhere()) {
                throw e;
            }
            found.error("dns.unanswered", null, e.sentence());
            return Optional.empty();
        }
    }
}
