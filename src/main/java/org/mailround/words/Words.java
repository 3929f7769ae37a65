package org.mailround.words;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mailround.clinic.Clinic;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of pages, for sentences and dates that no view can put together. */
@Component
public class Words {

    private final MessageSource messages;
    private final PageLanguage languages;
    private final Clinic clinic;

    Words(MessageSource messages, PageLanguage languages, Clinic clinic) {
        this.messages = messages;
        this.languages = languages;
        this.clinic = clinic;
    }

    /** Those of the language that the answer to this request is in; to be asked once it is known whose page it is. */
    public Voice of(HttpServletRequest request) {
        return new Voice(languages.resolveLocale(request));
    }

    /** Those of the language that the page is in which is being made, on the thread that makes it. */
    public Voice here() {
        return new Voice(LocaleContextHolder.getLocale());
    }

    /**
     * A sentence in the language of the page that is being made.
     *
     * @throws org.springframework.context.NoSuchMessageException if there is no such key
     */
    public String say(String key, Object... arguments) {
        return here().say(key, arguments);
    }

    /** A moment as staff read it: {@code Thu 26 Nov, 09:00}, where the clinic is. */
    public String moment(Instant moment) {
        return here().format("staff.moment", moment);
    }

    /** A day as staff read it: {@code Thu 26 Nov}, where the clinic is. */
    public String day(Instant moment) {
        return here().format("staff.day", moment);
    }

    /** One language's words. */
    public class Voice {

        private final Locale locale;

        Voice(Locale locale) {
            this.locale = locale;
        }

        public Locale locale() {
            return locale;
        }

        public String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }

        /** The day on which something is, where the clinic is. */
        public String day(Instant moment) {
            return format("date.day", moment);
        }

        /** The same with the time of day. */
        public String moment(Instant moment) {
            return format("date.moment", moment);
        }

        private String format(String pattern, Instant moment) {
            return DateTimeFormatter.ofPattern(say(pattern), locale).format(moment.atZone(clinic.zone()));
        }
    }
}
