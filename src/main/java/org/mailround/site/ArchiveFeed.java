package org.mailround.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.mailround.campaign.Archive;
import org.mailround.campaign.Edition;
import org.mailround.clinic.Clinic;
import org.mailround.clinic.Sender;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The archive for feed readers. */
@Controller
class ArchiveFeed {

    private static final int MOST = 50;

    private final Archive archive;
    private final Clinic clinic;
    private final Sender sender;

    ArchiveFeed(Archive archive, Clinic clinic, Sender sender) {
        this.archive = archive;
        this.clinic = clinic;
        this.sender = sender;
    }

    @GetMapping("/archive/feed.xml")
    Object feed(ServletWebRequest request) {
        if (!archive.isOpen()) {
            return ArchivePages.nothing();
        }
        List<Edition> editions = archive.newest(0, MOST);
        AtomFeed feed = new AtomFeed(root(request.getRequest()), clinic);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .lastModified(AtomFeed.updated(editions))
                .body(feed.of(editions));
    }

    /** Where the pages are reached from outside. Without a public URL, where this reader reached them. */
    private String root(HttpServletRequest request) {
        URI publicUrl = sender.publicUrl();
        return publicUrl == null
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : publicUrl.toASCIIString();
    }
}
