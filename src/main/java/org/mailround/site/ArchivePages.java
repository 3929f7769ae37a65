package org.mailround.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.mailround.campaign.Archive;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionContents;
import org.mailround.message.PublicCopy;
import org.mailround.message.PublicCopy.Link;
import org.mailround.site.ArchiveShelf.Entry;
import org.mailround.words.Words;
import org.mailround.words.Words.Voice;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Past editions, for everybody to read and for search engines to find. Where the clinic wants none, nothing is here. */
@Controller
@RequestMapping("/archive")
class ArchivePages {

    /** More are too many for any number that an edition has. */
    private static final int MOST_DIGITS = 18;

    private final Archive archive;
    private final EditionContents contents;
    private final Words words;

    ArchivePages(Archive archive, EditionContents contents, Words words) {
        this.archive = archive;
        this.contents = contents;
        this.words = words;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
        long total = archive.count();
        long number = page.matches("[1-9]\\d{0,8}") ? Long.parseLong(page, 10) : 0;
        long first = (number - 1) * ArchiveShelf.SIZE;
        if (!archive.isOpen() || number == 0 || number > 1 && first >= total) {
            return nothing();
        }
        Voice voice = words.of(request);
        List<Entry> entries = archive.newest(first, ArchiveShelf.SIZE).stream()
                .map(edition -> entry(edition, voice))
                .toList();
        return new ModelAndView("site/archive")
                .addObject("shelf", new ArchiveShelf(entries, number, total))
                .addObject("forEverybody", true)
                .addObject("feed", "archive/feed.xml");
    }

    private static Entry entry(Edition edition, Voice voice) {
        // HTML has times to the millisecond at most
        Instant date = edition.composedAt().truncatedTo(ChronoUnit.SECONDS);
        return new Entry(edition.id(), edition.subject(), date, voice.day(date));
    }

    @GetMapping("/{edition:\\d+}")
    Object edition(@PathVariable String edition, HttpServletRequest request) {
        return Optional.of(edition)
                .filter(digits -> digits.length() <= MOST_DIGITS)
                .flatMap(digits -> archive.find(Long.parseLong(digits, 10)))
                .<Object>map(it -> mail(it, words.of(request)))
                .orElseGet(ArchivePages::nothing);
    }

    private Object mail(Edition edition, Voice voice) {
        String html = PublicCopy.of(
                contents.usual(edition.id(), voice.locale().toLanguageTag()),
                List.of(
                        new Link("../subscribe", voice.say("archive.subscribe")),
                        new Link("../archive", voice.say("archive.all"))));
        return MailAnswer.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(html);
    }

    @GetMapping("/**")
    ModelAndView other() {
        return nothing();
    }

    static ModelAndView nothing() {
        return new ModelAndView("site/archive-none", HttpStatus.NOT_FOUND);
    }
}
