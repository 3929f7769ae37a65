package org.mailround.admin;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.mailround.smtp.StoredMail;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A mail inside a page, which it can do nothing to: it has a policy of its own, and runs nothing. */
public final class MailFrame {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; form-action 'none';"
                    + " base-uri 'none'; frame-ancestors 'self'; sandbox";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private MailFrame() {}

    /**
     * What would be sent, with links that lead nowhere.
     *
     * @param html made when it is asked for; empty where there is nothing, and a complaint is shown in its place
     */
    public static ResponseEntity<String> of(Supplier<Optional<String>> html) {
        try {
            return response(
                    HttpStatus.OK,
                    POLICY,
                    html.get().map(MailFrame::inert).orElseGet(() -> plain("There is nothing new to show.")));
        } catch (RuntimeException e) {
            return response(HttpStatus.OK, POLICY, plain(Complaint.of(e)));
        }
    }

    /** With links that lead nowhere: they would act for whom the mail is for. */
    static ResponseEntity<String> inert(StoredMail mail) {
        return response(HttpStatus.OK, POLICY, inert(document(mail)));
    }

    private static Document inert(Document document) {
        for (Element link : document.select("[href]:not(link)")) {
            link.attr("title", link.attr("href")).removeAttr("href");
        }
        return document;
    }

    private static Document inert(String html) {
        return inert(clean(Jsoup.parse(html)));
    }

    /** With links that open in a window of their own, for trying them out. */
    static ResponseEntity<String> live(StoredMail mail) {
        Document document = document(mail);
        document.select("a[href]").attr("target", "_blank").attr("rel", "noopener noreferrer");
        return response(HttpStatus.OK, POLICY + " allow-popups allow-popups-to-escape-sandbox", document);
    }

    static ResponseEntity<String> gone() {
        return response(
                HttpStatus.NOT_FOUND, POLICY, plain("There is no such mail, or whom it was for has been forgotten."));
    }

    private static Document document(StoredMail mail) {
        String html = mail.html();
        String text = mail.text();
        return clean(html == null ? plain(text == null ? "" : text) : Jsoup.parse(html));
    }

    private static Document clean(Document document) {
        document.select("script, meta[http-equiv=refresh]").remove();
        document.outputSettings().prettyPrint(false);
        return document;
    }

    private static Document plain(String text) {
        return Jsoup.parse("<!DOCTYPE html><title>Mail</title><pre>" + Entities.escape(text) + "</pre>");
    }

    private static ResponseEntity<String> response(HttpStatus status, String policy, Document document) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .body(document.outerHtml());
    }
}
