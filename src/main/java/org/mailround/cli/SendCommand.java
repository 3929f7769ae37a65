package org.mailround.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailround.batch.Mission;
import org.mailround.batch.PreviewResult;
import org.mailround.batch.Previews;
import org.mailround.batch.RoundResult;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Editions;
import org.mailround.campaign.Kind;
import org.mailround.message.Renderer;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.Relay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "send",
        description = {
            "Sends the next edition of a digest: imports lists, collects articles, composes, plans, delivers, reports.",
            "An edition that did not finish is continued, and nothing new composed.",
            "With --subject, --body and --list: a mailing sent once.%n"
        })
class SendCommand implements Callable<Integer> {

    private final Program program;

    @Parameters(arity = "0..1", paramLabel = "CAMPAIGN", description = "The digest's name, such as weekly-digest.")
    private @Nullable String campaign;

    @Option(names = "--subject", paramLabel = "S", description = "The subject of a mailing sent once.")
    private @Nullable String subject;

    @Option(names = "--body", paramLabel = "FILE.md", description = "What it says, in Markdown with merge tags.")
    private @Nullable Path body;

    @Option(names = "--list", paramLabel = "NAME", description = "Whom it is for.")
    private @Nullable String list;

    @Option(names = "--template", paramLabel = "T", description = "Its template (default: announcement).")
    private @Nullable String template;

    @Option(names = "--again", description = "Send it although the same went to the same list before.")
    private boolean again;

    @Option(
            names = "--dry-run",
            description = "Write every mail to DIR/preview/ instead; make no edition, send nothing.")
    private boolean dryRun;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "Send one copy marked [Test] to this address alone; its links change nothing.")
    private @Nullable String to;

    @Option(names = "--sandbox", description = "Use the built-in relay although a real one was used before.")
    private boolean sandbox;

    SendCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        EmailAddress testAddress = testAddress();
        Mission mission = mission();
        if (sandbox) {
            program.set("mailround.sandbox", "true");
        }
        checkRelay();
        checkNames(mission);
        RoundVoice.listen(program);
        if (dryRun || testAddress != null) {
            return preview(mission, testAddress);
        }
        RoundResult result = program.get(Rounds.class).run(mission);
        result.troubles().forEach(program.console()::warn);
        tell(result);
        return ExitCode.of(result.report());
    }

    private @Nullable EmailAddress testAddress() {
        try {
            return to == null ? null : EmailAddress.parse(to);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--to cannot be mailed to: " + e.getMessage() + ".");
        }
    }

    private Mission mission() {
        boolean oneOff = subject != null || body != null || list != null || template != null || again;
        if (campaign != null && !oneOff) {
            return new Mission.Digest(campaign);
        }
        if (campaign != null) {
            throw new UsageException("Name a campaign, or --subject, --body and --list: not both.");
        }
        if (subject == null || body == null || list == null) {
            throw new UsageException(
                    oneOff
                            ? "A mailing sent once needs --subject, --body and --list."
                            : "Send what? Name a campaign, such as weekly-digest, or --subject, --body and --list.");
        }
        if (subject.isBlank()) {
            throw new UsageException("--subject is empty: nobody opens a mail without one.");
        }
        if (!Files.isRegularFile(body)) {
            throw new UsageException("There is no file " + body + ".");
        }
        return new Mission.OneOff(subject, body.toAbsolutePath().normalize(), list, template, again);
    }

    private void checkRelay() {
        if (!sandbox
                && program.get(Relay.class).isSandbox()
                && program.get(Editions.class).anyForReal()) {
            throw new UsageException(
                    "A real relay was used before, and none is configured now: set spring.mail.host, or "
                            + "add --sandbox if the mail shall stay on this machine.");
        }
    }

    private void checkNames(Mission mission) {
        if (mission instanceof Mission.Digest digest) {
            Kind kind = program.get(Campaigns.class).named(digest.campaign()).kind();
            if (kind != Kind.DIGEST) {
                throw new UsageException("The campaign “%s” is sent once, and made with --subject, --body and --list."
                        .formatted(digest.campaign()));
            }
        }
        if (template != null && !program.get(Renderer.class).hasTemplate(template)) {
            throw new UsageException("There is no template “%s”: its files would be templates/%s.html and .txt."
                    .formatted(template, template));
        }
    }

    private int preview(Mission mission, @Nullable EmailAddress testAddress) {
        Previews previews = program.get(Previews.class);
        PreviewResult result = testAddress == null
                ? previews.writeAll(mission)
                : dryRun ? previews.write(mission, testAddress) : previews.send(mission, testAddress);
        program.console().say(result.sentence());
        if (program.console().isJson()) {
            program.console().print(result);
        }
        return switch (result.outcome()) {
            case DONE, NOTHING_NEW -> ExitCode.FINISHED;
            case HELD -> ExitCode.FAILED;
            case REFUSED -> ExitCode.FINISHED_WITH_SOME_LOST;
            case NOT_SENT -> ExitCode.OUTSTANDING;
        };
    }

    private void tell(RoundResult result) {
        Console console = program.console();
        console.say(Sentences.of(result.report()));
        if (result.report().relay().equals("sandbox") && result.report().edition() != null) {
            console.say("The mail is in the sandbox: open "
                    + program.dataDirectory().resolve("sandbox/index.html") + " in a browser.");
        }
        if (console.isJson()) {
            console.print(result.report());
        }
    }
}
