package org.mailround.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.mailround.subscriber.PersonalPreferences;
import org.mailround.token.Purpose;
import org.mailround.words.PageLanguage;
import org.mailround.words.Words;
import org.mailround.words.Words.Voice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a person gets. A page that shows their lists cannot look the same for a token that nobody has; so a forged one
 * shows what a genuine one shows when its person was erased: nothing to choose. It tells neither of the two apart, names
 * no list, and posting to it answers that nothing has changed.
 */
@Controller
@RequestMapping("/preferences/{token}")
class PreferencesPage {

    private final PublicLinks links;
    private final Preferences preferences;
    private final PreferencesViews views;
    private final Words words;

    PreferencesPage(PublicLinks links, Preferences preferences, PreferencesViews views, Words words) {
        this.links = links;
        this.preferences = preferences;
        this.views = views;
        this.words = words;
    }

    @GetMapping({"", "/leave", "/resume"})
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        long subscriber = subscriber(token);
        return page(token, views.of(subscriber, voice(subscriber, request)));
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        long subscriber = subscriber(token);
        PreferencesForm form = PreferencesForm.of(fields);
        List<Fault> faults = preferences.faults(subscriber, form);
        if (!faults.isEmpty()) {
            ModelAndView page = page(token, views.of(subscriber, form, faults, voice(subscriber, request)));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return changed(token, subscriber, request, id -> preferences.save(id, form));
    }

    @PostMapping("/leave")
    ModelAndView leaveAll(@PathVariable String token, HttpServletRequest request) {
        return changed(token, subscriber(token), request, preferences::leaveAll);
    }

    @PostMapping("/resume")
    ModelAndView resume(@PathVariable String token, HttpServletRequest request) {
        return changed(token, subscriber(token), request, preferences::resume);
    }

    /** Answers in the language that was chosen. */
    private ModelAndView changed(
            String token, long subscriber, HttpServletRequest request, LongFunction<Changes> change) {
        Changes changes = change.apply(subscriber);
        Voice voice = voice(subscriber, request);
        return page(token, views.of(subscriber, voice)).addObject("changes", changes.sentences(voice));
    }

    private Voice voice(long subscriber, HttpServletRequest request) {
        Optional<PersonalPreferences> known = preferences.find(subscriber);
        PageLanguage.isOf(request, known.map(PersonalPreferences::language).orElse(null));
        return words.of(request);
    }

    private static ModelAndView page(String token, PreferencesView view) {
        return new ModelAndView("site/preferences").addObject("token", token).addObject("view", view);
    }

    /** Where there is none, a number that nobody has: it goes the same way. */
    private long subscriber(String token) {
        return links.subscriber(Purpose.PREFERENCES, token);
    }
}
