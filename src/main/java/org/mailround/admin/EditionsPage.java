package org.mailround.admin;

import org.mailround.campaign.Editions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All editions, the newest first. */
@Controller
class EditionsPage {

    private final Editions editions;
    private final EditionRows rows;

    EditionsPage(Editions editions, EditionRows rows) {
        this.editions = editions;
        this.rows = rows;
    }

    @GetMapping("/editions")
    String editions(@RequestParam(defaultValue = "1") long page, Model model) {
        model.addAttribute("page", PageOf.of(page, editions.count(), offset -> rows.newest(offset, PageOf.SIZE)));
        return "editions";
    }
}
