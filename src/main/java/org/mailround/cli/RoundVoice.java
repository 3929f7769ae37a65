package org.mailround.cli;

import org.mailround.article.SourcesCollected;
import org.mailround.batch.EditionComposed;
import org.mailround.batch.ListImported;
import org.mailround.batch.ListUnreadable;
import org.mailround.batch.PreflightWarned;
import org.mailround.batch.Progress;
import org.mailround.delivery.DeliveryWaits;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Says what a round does while it does it. */
class RoundVoice implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final Console console;
    /** What was said last of why mail waits: said once, until mail goes on. */
    private String waiting = "";

    private RoundVoice(Console console) {
        this.console = console;
    }

    static void listen(Program program) {
        program.listen(new RoundVoice(program.console()));
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        Object payload = event.getPayload();
        if (payload instanceof Progress progress) {
            goesOn(progress);
        } else if (payload instanceof ListImported imported) {
            console.say(Sentences.of(imported.result(), false));
        } else if (payload instanceof DeliveryWaits waits) {
            waits(waits.sentence());
        } else if (payload instanceof ListUnreadable unreadable) {
            console.warn(unreadable.sentence());
        } else if (payload instanceof SourcesCollected collected) {
            collected.result().broken().forEach(source -> console.warn(Sentences.of(source)));
            console.say(Sentences.of(collected.result()));
        } else if (payload instanceof PreflightWarned warned) {
            warned.sentences().forEach(console::warn);
        } else if (payload instanceof EditionComposed composed) {
            console.say("%s edition %d: “%s”"
                    .formatted(
                            composed.continued() ? "Continuing" : "Composed",
                            composed.edition().id(),
                            composed.edition().subject().replaceAll("\\p{Cntrl}+", " ")));
            if (composed.shortened() != null) {
                console.say(composed.shortened());
            }
        }
    }

    private synchronized void goesOn(Progress progress) {
        if (progress.advanced() > 0) {
            waiting = "";
        }
        console.advance(progress.step(), progress.advanced(), progress.total());
    }

    private synchronized void waits(String sentence) {
        if (!sentence.equals(waiting)) {
            waiting = sentence;
            console.warn(sentence);
        }
    }
}
