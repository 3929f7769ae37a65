package org.mailround.campaign;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which past editions everybody may read.
 *
 * @param campaigns the names of their campaigns; none for no archive
 */
@ConfigurationProperties("mailround.archive")
record ArchiveSettings(@DefaultValue List<String> campaigns) {

    ArchiveSettings {
        if (campaigns.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "mailround.archive.campaigns has an empty name: write the names of campaigns there, such as weekly-digest");
        }
        campaigns = campaigns.stream().map(String::strip).toList();
    }
}
