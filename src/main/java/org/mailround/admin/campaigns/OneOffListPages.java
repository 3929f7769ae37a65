package org.mailround.admin.campaigns;

import java.util.List;
import org.mailround.admin.AbsentException;
import org.mailround.admin.Audited;
import org.mailround.admin.Complaint;
import org.mailround.admin.PageOf;
import org.mailround.admin.StaffUser;
import org.mailround.batch.Looks;
import org.mailround.campaign.OneOff;
import org.mailround.campaign.OneOffText;
import org.mailround.campaign.OneOffs;
import org.mailround.clinic.Clinic;
import org.mailround.subscriber.MailingLists;
import org.mailround.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mailings that were written to be sent once: what waits to be sent can still be changed, or thrown away. */
@Controller
@RequestMapping("/one-offs")
class OneOffListPages {

    private final OneOffs oneOffs;
    private final OneOffRows rows;
    private final MailingLists lists;
    private final Looks looks;
    private final Clinic clinic;
    private final Words words;

    OneOffListPages(OneOffs oneOffs, OneOffRows rows, MailingLists lists, Looks looks, Clinic clinic, Words words) {
        this.oneOffs = oneOffs;
        this.rows = rows;
        this.lists = lists;
        this.looks = looks;
        this.clinic = clinic;
        this.words = words;
    }

    /** @param before only those with a lower number */
    @GetMapping
    String all(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        List<OneOff> found = oneOffs.newest(before, PageOf.SIZE + 1);
        boolean more = found.size() > PageOf.SIZE;
        List<OneOff> shown = more ? found.subList(0, PageOf.SIZE) : found;
        model.addAttribute("rows", rows.of(shown));
        model.addAttribute("older", more ? shown.get(shown.size() - 1).id() : null);
        model.addAttribute("first", before == Long.MAX_VALUE);
        return "one-offs";
    }

    @GetMapping("/{id}/change")
    String change(@PathVariable long id, Model model, RedirectAttributes next) {
        OneOff oneOff = oneOff(id);
        if (!rows.of(oneOff).isForForm()) {
            next.addFlashAttribute("wrong", words.say("one-offs.not-here"));
            return "redirect:/one-offs/" + id;
        }
        return form(OneOffForm.of(oneOff), oneOff, model);
    }

    @PostMapping("/{id}/change")
    @Audited("changed a one-off")
    String change(
            @PathVariable long id,
            OneOffForm form,
            @AuthenticationPrincipal StaffUser me,
            Model model,
            RedirectAttributes next) {
        OneOff oneOff = oneOff(id);
        try {
            form.check();
            looks.html(form.subject(), form.markdown());
            OneOffText text = form.text(lists.named(form.list()), clinic.language());
            boolean changed =
                    rows.of(oneOff).isForForm() && oneOffs.change(id, withTemplateOf(oneOff, text), me.name());
            next.addFlashAttribute(
                    changed ? "done" : "wrong", words.say(changed ? "one-offs.changed" : "one-offs.not-here"));
            return "redirect:/one-offs/" + id;
        } catch (RuntimeException e) {
            model.addAttribute("wrong", Complaint.of(e));
            return form(form, oneOff, model);
        }
    }

    /** The form knows nothing of templates. */
    private static OneOffText withTemplateOf(OneOff oneOff, OneOffText text) {
        return new OneOffText(
                text.subject(), text.markdown(), oneOff.template(), text.lists(), text.only(), text.again());
    }

    private String form(OneOffForm form, OneOff oneOff, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("changing", oneOff);
        model.addAttribute("lists", lists.all());
        return "one-off-new";
    }

    @PostMapping("/{id}/delete")
    @Audited("threw a one-off away")
    String delete(@PathVariable long id, RedirectAttributes next) {
        String subject = oneOff(id).subject();
        try {
            boolean gone = oneOffs.delete(id);
            next.addFlashAttribute(
                    gone ? "done" : "wrong", words.say(gone ? "one-offs.gone" : "one-offs.stays", subject));
        } catch (RuntimeException e) {
            next.addFlashAttribute("wrong", Complaint.of(e));
        }
        return "redirect:/one-offs";
    }

    private OneOff oneOff(long id) {
        return oneOffs.find(id).orElseThrow(() -> new AbsentException("one-off " + id));
    }
}
