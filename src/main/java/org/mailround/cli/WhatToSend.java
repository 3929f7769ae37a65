package org.mailround.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mailround.batch.Mission;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Kind;
import org.mailround.message.Renderer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code send} is asked to send: a digest by its name, or a mailing sent once. */
class WhatToSend {

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

    /** Whether nothing is named at all. */
    boolean isNothing() {
        return campaign == null && !isOneOff();
    }

    private boolean isOneOff() {
        return subject != null || body != null || list != null || template != null || again;
    }

    /** @throws UsageException if it is neither, or both, or something it names is not there */
    Mission mission() {
        boolean oneOff = isOneOff();
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
        checkBody(body);
        return new Mission.OneOff(subject, body.toAbsolutePath().normalize(), list, template, again);
    }

    /** @throws UsageException if the campaign is no digest, or there is no such template */
    void checkNames(Mission mission, Program program) {
        if (mission instanceof Mission.Digest digest) {
            Kind kind = program.get(Campaigns.class).named(digest.campaign()).kind();
            if (kind != Kind.DIGEST) {
                throw new UsageException("The campaign “%s” is sent once, and made with --subject, --body and --list."
                        .formatted(digest.campaign()));
            }
        }
        String named = mission instanceof Mission.OneOff oneOff ? oneOff.template() : null;
        if (named != null && !program.get(Renderer.class).hasTemplate(named)) {
            throw new UsageException("There is no template “%s”: its files would be templates/%s.html and .txt."
                    .formatted(named, named));
        }
    }

    private static void checkBody(Path body) {
        try {
            if (Files.readString(body).isBlank()) {
                throw new UsageException(body + " is empty: there is nothing to send.");
            }
        } catch (CharacterCodingException e) {
            throw new UsageException(body + " is not UTF-8 text: save it as UTF-8.");
        } catch (IOException e) {
            throw new UsageException(body + " cannot be read.");
        }
    }
}
