package org.mailround.admin.health;

import java.time.Instant;
import java.util.Objects;
import org.mailround.words.Words;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which program this is, and since when it runs. */
@Component
@Order(12)
class ProgramPart implements Part {

    private static final String PART = "program";

    private final ApplicationContext program;
    private final Words words;

    ProgramPart(ApplicationContext program, Words words) {
        this.program = program;
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        String version = Objects.requireNonNullElseGet(
                ProgramPart.class.getPackage().getImplementationVersion(), () -> words.say("health.program.sources"));
        return Line.well(
                PART,
                words.say(
                        "health.program.runs",
                        version,
                        System.getProperty("java.version"),
                        words.moment(Instant.ofEpochMilli(program.getStartupDate()))));
    }
}
