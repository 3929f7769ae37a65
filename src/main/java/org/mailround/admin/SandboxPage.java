package org.mailround.admin;

import org.mailround.smtp.Relay;
import org.mailround.smtp.SandboxMails;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mail that never left this machine, as an inbox. */
@Controller
@RequestMapping("/sandbox")
class SandboxPage {

    private final SandboxMails mails;
    private final Relay relay;

    SandboxPage(SandboxMails mails, Relay relay) {
        this.mails = mails;
        this.relay = relay;
    }

    @GetMapping
    @Audited("looked at the sandbox")
    String inbox(@RequestParam(defaultValue = "1") long page, Model model) {
        model.addAttribute("relay", relay.name());
        model.addAttribute("page", PageOf.of(page, mails.count(), offset -> mails.newest(offset, PageOf.SIZE)));
        return "sandbox";
    }

    @GetMapping("/{mail}")
    @Audited("looked at a mail of the sandbox")
    String mail(@PathVariable("mail") String name, Model model) {
        model.addAttribute("kept", kept(name));
        return "sandbox-mail";
    }

    /** A part of the page above, which stands in the trail. */
    @GetMapping("/{mail}/html")
    ResponseEntity<String> html(@PathVariable("mail") String name) {
        return MailFrame.live(kept(name).mail());
    }

    @GetMapping("/{mail}/download")
    @Audited("took a mail out of the sandbox")
    ResponseEntity<byte[]> download(@PathVariable("mail") String name) {
        byte[] octets = mails.octets(name).orElseThrow(() -> new AbsentException("mail of that name"));
        return ResponseEntity.ok()
                .contentType(new MediaType("message", "rfc822"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(octets);
    }

    private SandboxMails.Kept kept(String name) {
        return mails.find(name).orElseThrow(() -> new AbsentException("mail of that name"));
    }
}
