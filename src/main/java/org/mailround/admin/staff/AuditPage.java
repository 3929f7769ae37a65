package org.mailround.admin.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.mailround.admin.Audited;
import org.mailround.admin.PageOf;
import org.mailround.clinic.Clinic;
import org.mailround.staff.Audit;
import org.mailround.staff.AuditEntry;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who changed, exported or looked at what. */
@Controller
@RequestMapping("/audit")
class AuditPage {

    private final Audit audit;
    private final Clinic clinic;

    AuditPage(Audit audit, Clinic clinic) {
        this.audit = audit;
        this.clinic = clinic;
    }

    @GetMapping
    String audit(AuditForm form, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        List<AuditEntry> found = audit.latest(form.query(clinic.zone()), before, PageOf.SIZE + 1);
        boolean more = found.size() > PageOf.SIZE;
        List<AuditEntry> entries = more ? found.subList(0, PageOf.SIZE) : found;
        model.addAttribute("form", form);
        model.addAttribute("entries", entries);
        model.addAttribute("older", more ? entries.get(PageOf.SIZE - 1).id() : null);
        model.addAttribute("accounts", audit.accounts());
        model.addAttribute("actions", audit.actions());
        return "audit";
    }

    @GetMapping("/export.csv")
    @Audited("exported the audit trail")
    void csv(AuditForm form, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("audit.csv").build().toString());
        try (AuditCsv csv = new AuditCsv(response.getWriter())) {
            audit.each(form.query(clinic.zone()), csv::write);
        }
    }
}
