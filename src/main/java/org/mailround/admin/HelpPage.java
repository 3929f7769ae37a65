package org.mailround.admin;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The words of the desk, each explained once, and where to begin. */
@Controller
class HelpPage {

    /** In the order in which one explains the next; behind {@code help.} in the words. */
    private static final List<String> GLOSSARY = List.of(
            "subscriber",
            "list",
            "suppression",
            "article",
            "source",
            "campaign",
            "digest",
            "one-off",
            "edition",
            "approval",
            "delivery",
            "accepted",
            "deferred",
            "rejected",
            "uncertain",
            "bounce",
            "complaint",
            "relay",
            "sandbox");

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("glossary", GLOSSARY);
        return "help";
    }
}
