package org.mailround.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mailround.clinic.Clinic;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the public pages, for sentences that no view can put together. */
@Component
class PageWords {

    private final MessageSource messages;
    private final PageLanguage languages;
    private final Clinic clinic;

    PageWords(MessageSource messages, PageLanguage languages, Clinic clinic) {
        this.messages = messages;
        this.languages = languages;
        this.clinic = clinic;
    }

    /** Those of the language that the answer to this request is in; to be asked once it is known whose page it is. */
    Voice of(HttpServletRequest request) {
        return new Voice(languages.resolveLocale(request));
    }

    /** One language's words. */
    class Voice {

        private final Locale locale;

        Voice(Locale locale) {
            this.locale = locale;
        }

        Locale locale() {
            return locale;
        }

        String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }

        /** The day on which something is, where the clinic is. */
        String day(Instant moment) {
            return DateTimeFormatter.ofPattern(say("date.day"), locale).format(moment.atZone(clinic.zone()));
        }

        /** The same with the time of day. */
        String moment(Instant moment) {
            return DateTimeFormatter.ofPattern(say("date.moment"), locale).format(moment.atZone(clinic.zone()));
        }
    }
}
