package org.mailround.campaign;

import java.util.List;

/** There is no campaign of that name. */
public class CampaignNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private CampaignNotFoundException(String message) {
        super(message);
    }

    /** Names what was asked for, and what there is. */
    public static CampaignNotFoundException named(String name, List<String> known) {
        return new CampaignNotFoundException(
                "There is no campaign “%s”: the campaigns are %s.".formatted(name, String.join(", ", known)));
    }

    static CampaignNotFoundException ended(String name) {
        return new CampaignNotFoundException(
                "The campaign “%s” ended: take it back on its page if it shall go out again.".formatted(name));
    }
}
