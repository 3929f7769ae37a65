package org.mailround.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.OneOffs;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** What a round is asked to send; travels as job parameters. */
public sealed interface Mission {

    /** The parameter that carries an occasion. */
    String OCCASION = "occasion";

    /** The parameter that carries who asked for it. */
    String ASKED_BY = "askedBy";

    /** The next edition of a digest. */
    record Digest(String campaign) implements Mission {}

    /** What is outstanding of an edition, as a person asks: also of one that is paused. */
    record Resume(long edition) implements Mission {}

    /** What is outstanding of an edition, unless a person paused it. */
    record GoOn(long edition) implements Mission {}

    /** A mailing sent once, as it is stored. */
    record Written(long oneOff) implements Mission {}

    /** What an occasion is for; exactly one edition comes of it, however often it is asked for. */
    record Due(long occasion) implements Mission {}

    /**
     * A mailing sent once, from a file.
     *
     * @param body the file that staff wrote, in Markdown
     * @param template null for the usual one
     * @param again whether it may go out although it went out before
     */
    record OneOff(
            String subject,
            Path body,
            String list,
            @Nullable String template,
            boolean again) implements Mission {

        /** The template that a one-off has when none is named. */
        public static final String TEMPLATE = OneOffs.TEMPLATE;

        String templateOrUsual() {
            return template == null ? TEMPLATE : template;
        }

        /** Without the subject, so that none can slip into a log. */
        @Override
        public String toString() {
            return "OneOff[to " + list + "]";
        }
    }

    /**
     * This mission as job parameters.
     *
     * @param run tells this run from every other, so that each is a job instance of its own
     */
    default JobParameters toParameters(String run) {
        JobParametersBuilder parameters = new JobParametersBuilder().addString("run", run);
        if (this instanceof Resume resume) {
            return parameters.addLong("edition", resume.edition(), false).toJobParameters();
        }
        if (this instanceof GoOn goOn) {
            return parameters.addLong("goOn", goOn.edition(), false).toJobParameters();
        }
        if (this instanceof Digest digest) {
            return parameters.addString("campaign", digest.campaign(), false).toJobParameters();
        }
        if (this instanceof Written written) {
            return parameters.addLong("oneOff", written.oneOff(), false).toJobParameters();
        }
        if (this instanceof Due due) {
            return parameters.addLong(OCCASION, due.occasion(), false).toJobParameters();
        }
        OneOff oneOff = (OneOff) this;
        parameters
                .addString("subject", oneOff.subject(), false)
                .addString("body", oneOff.body().toString(), false)
                .addString("list", oneOff.list(), false)
                .addString("again", String.valueOf(oneOff.again()), false);
        String template = oneOff.template();
        if (template != null) {
            parameters.addString("template", template, false);
        }
        return parameters.toJobParameters();
    }

    /**
     * The same with who asked for it.
     *
     * @param account theirs; null where nobody did, or it is not known
     */
    default JobParameters toParameters(String run, @Nullable String account) {
        JobParameters parameters = toParameters(run);
        return account == null
                ? parameters
                : new JobParametersBuilder(parameters)
                        .addString(ASKED_BY, account, false)
                        .toJobParameters();
    }

    /** Whether these parameters carry the mission of an occasion that is due. */
    static boolean isDue(JobParameters parameters) {
        return parameters.getLong(OCCASION) != null;
    }

    /** The mission that these parameters carry. */
    static Mission of(JobParameters parameters) {
        Long edition = parameters.getLong("edition");
        if (edition != null) {
            return new Resume(edition);
        }
        Long goOn = parameters.getLong("goOn");
        if (goOn != null) {
            return new GoOn(goOn);
        }
        String campaign = parameters.getString("campaign");
        if (campaign != null) {
            return new Digest(campaign);
        }
        Long written = parameters.getLong("oneOff");
        if (written != null) {
            return new Written(written);
        }
        Long occasion = parameters.getLong(OCCASION);
        if (occasion != null) {
            return new Due(occasion);
        }
        return new OneOff(
                required(parameters, "subject"),
                Path.of(required(parameters, "body")),
                required(parameters, "list"),
                parameters.getString("template"),
                Boolean.parseBoolean(parameters.getString("again")));
    }

    private static String required(JobParameters parameters, String name) {
        String value = parameters.getString(name);
        if (value == null) {
            throw new IllegalStateException("a round without " + name);
        }
        return value;
    }
}
