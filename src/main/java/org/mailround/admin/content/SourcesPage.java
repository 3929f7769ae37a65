package org.mailround.admin.content;

import org.mailround.admin.Audited;
import org.mailround.article.KnownSources;
import org.mailround.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where articles come from, how each source does, and what was decided of each of its items. */
@Controller
class SourcesPage {

    private final KnownSources sources;
    private final SourceReading reading;
    private final Words words;

    SourcesPage(KnownSources sources, SourceReading reading, Words words) {
        this.sources = sources;
        this.reading = reading;
        this.words = words;
    }

    @GetMapping("/sources")
    String sources(Model model) {
        model.addAttribute("sources", sources.all());
        model.addAttribute("running", reading.isRunning());
        model.addAttribute("report", reading.last());
        return "sources";
    }

    @PostMapping("/sources/read")
    @Audited("read the sources")
    String read(RedirectAttributes next) {
        reading.begin();
        next.addFlashAttribute("done", words.say("sources.begun"));
        return "redirect:/sources";
    }
}
