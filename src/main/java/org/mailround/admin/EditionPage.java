package org.mailround.admin;

import org.mailround.delivery.LeavingReasons;
import org.mailround.staff.Role;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What became of an edition, and what becomes of it while one looks. */
@Controller
@RequestMapping("/editions/{edition:\\d+}")
class EditionPage {

    private final EditionViews views;
    private final EditionWatch watch;
    private final LeavingReasons reasons;
    private final Wording wording;

    EditionPage(EditionViews views, EditionWatch watch, LeavingReasons reasons, Wording wording) {
        this.views = views;
        this.watch = watch;
        this.reasons = reasons;
        this.wording = wording;
    }

    @GetMapping
    String edition(@PathVariable long edition, @AuthenticationPrincipal StaffUser me, Model model) {
        model.addAttribute("view", view(edition));
        model.addAttribute("leaving", LeavingView.of(edition, reasons, wording));
        model.addAttribute("mayChange", me.role().compareTo(Role.EDITOR) >= 0);
        return "edition";
    }

    /** @param seen the shape of the page that asks: it may be older than its own question */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable long edition, @RequestParam(defaultValue = "") String seen) {
        view(edition);
        return watch.open(edition, seen);
    }

    private EditionView view(long edition) {
        return views.find(edition).orElseThrow(() -> new AbsentException("edition " + edition));
    }
}
