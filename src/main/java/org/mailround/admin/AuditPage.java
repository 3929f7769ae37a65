package org.mailround.admin;

import java.util.List;
import org.mailround.staff.Audit;
import org.mailround.staff.AuditEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who changed, exported or looked at what. */
@Controller
class AuditPage {

    private static final int ROWS = 50;

    private final Audit audit;

    AuditPage(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/audit")
    String audit(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        List<AuditEntry> entries = audit.latest(before, ROWS);
        model.addAttribute("entries", entries);
        model.addAttribute(
                "older", entries.size() < ROWS ? null : entries.get(ROWS - 1).id());
        return "audit";
    }
}
