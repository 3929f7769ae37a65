package org.mailround.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailround.message.DkimKey;
import org.mailround.message.DkimKeyFile;
import org.mailround.message.DkimKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "dkim-key",
        description = {
            "Makes a key that signs your mail (DKIM), and says what to publish in the DNS and what to configure.",
            "Where there is a key already, says that of it again.%n"
        })
class DkimKeyCommand implements Callable<Integer> {

    // RFC 1035 section 3.3
    private static final Pattern DNS_STRING = Pattern.compile(".{1,255}");

    private static final Pattern PLAIN_YAML =
            Pattern.compile("(?!(?i:true|false|null|yes|no|on|off)$)[A-Za-z/][A-Za-z0-9/._-]*");

    private final Program program;

    @Option(
            names = "--selector",
            paramLabel = "S",
            description = "The key's name in the DNS (default: the configured one, else mailround and the month).")
    private @Nullable String selector;

    @Option(
            names = "--force",
            description = "Make a new key even where there is one, and replace its file in DIR/dkim/.")
    private boolean force;

    DkimKeyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (selector != null && !DkimKeys.isSelector(selector)) {
            throw new UsageException("“%s” is no name for a key: write letters, digits and hyphens, such as mailround1."
                    .formatted(selector));
        }
        DkimKeys keys = program.get(DkimKeys.class);
        Optional<DkimKeyFile> known = force ? Optional.empty() : known(keys);
        DkimKeyFile file = known.orElseGet(() -> create(keys));
        boolean configured = keys.configured().equals(Optional.of(file));
        tell(file, known.isPresent(), configured);
        if (program.console().isJson()) {
            program.console().print(line(file));
        }
        return ExitCode.FINISHED;
    }

    private Optional<DkimKeyFile> known(DkimKeys keys) {
        return selector != null ? find(keys, selector) : keys.configured().or(() -> find(keys, keys.newSelector()));
    }

    private static Optional<DkimKeyFile> find(DkimKeys keys, String name) {
        try {
            return keys.find(name);
        } catch (IllegalArgumentException e) {
            // it would speak of a setting that nobody made
            throw new UsageException(
                    "The file %s.pem in DIR/dkim/ holds no key that can be used: move it away, or let --force replace it."
                            .formatted(name));
        }
    }

    private DkimKeyFile create(DkimKeys keys) {
        DkimKeyFile file = keys.create(selector == null ? keys.newSelector() : selector, force);
        program.audited("made a DKIM key", file.key().selector());
        return file;
    }

    private void tell(DkimKeyFile file, boolean known, boolean configured) {
        DkimKey key = file.key();
        program.console()
                .say((known ? "The key is in %s." : "A new key is in %s. Who has this file can sign in your name.")
                        .formatted(file.path()));
        program.console().say("""

                Publish this in the DNS of %s:

                Name:  %s
                Type:  TXT
                Value: %s

                In a zone file, where no string may be longer than 255 characters:

                %s. IN TXT (%s)
                """.formatted(
                        key.domain(), key.dnsName(), key.dnsRecord(), key.dnsName(), strings(key.dnsRecord())));
        if (configured) {
            program.console().say("It is configured: mail is signed with it.");
        } else {
            program.console().say("""
                    When the record can be looked up, sign with the key: write this into config/application.yaml, below
                    “mailround:” and indented as here.

                      dkim:
                        selector: %s
                        key: %s
                    """.formatted(yaml(key.selector()), yaml(file.path())));
        }
    }

    private static String strings(String value) {
        return DNS_STRING
                .matcher(value)
                .results()
                .map(string -> '"' + string.group() + '"')
                .collect(Collectors.joining(" "));
    }

    private static String yaml(String value) {
        return PLAIN_YAML.matcher(value).matches() ? value : "'" + value.replace("'", "''") + "'";
    }

    private static Map<String, Object> line(DkimKeyFile file) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("selector", file.key().selector());
        line.put("domain", file.key().domain());
        line.put("name", file.key().dnsName());
        line.put("type", "TXT");
        line.put("value", file.key().dnsRecord());
        line.put("key", file.path());
        return line;
    }
}
