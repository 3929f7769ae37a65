package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2003-12-31T10:14:55Z                 | 2003-12-31T10:14:55Z",
                "2003-12-31T10:14:55.123+01:00        | 2003-12-31T09:14:55.123Z",
                "2003-12-31 10:14:55 -0800            | 2003-12-31T18:14:55Z",
                "20031231T101455Z                     | 2003-12-31T10:14:55Z",
                "2003-12-31T24:00Z                    | 2004-01-01T00:00:00Z",
                "2003-12-31T10                        | 2003-12-31T10:00:00Z",
                "2003-12                              | 2003-12-01T00:00:00Z",
                "2003                                 | 2003-01-01T00:00:00Z",
                "2003-335                             | 2003-12-01T00:00:00Z",
                "2004-W53-6                           | 2005-01-01T00:00:00Z",
                "Fri, 2006/09/15 08:19:53 EDT         | 2006-09-15T12:19:53Z",
                "Thu, 01 Jan 2004 19:48:21 GMT        | 2004-01-01T19:48:21Z",
                "Mon, 1 January 04 19:48 +0100        | 2004-01-01T18:48:00Z",
                "01-Jan-2004 24:00:00 PST             | 2004-01-02T08:00:00Z",
                "Jan 1st, 2004 7:48 PM                | 2004-01-01T19:48:00Z",
                "Sun, 31 Dec 99 23:59:60 GMT-05:00    | 2000-01-01T05:00:00Z",
                "Thu Jan  1 19:48:21 2004             | 2004-01-01T19:48:21Z",
                "Thu, 01 Jan 2004 19:48:21 +0100 (CET)| 2004-01-01T18:48:21Z",
                "01 Jan 2004                          | 2004-01-01T00:00:00Z"
            })
    void readsWhatPeopleWrite(String written, Instant meant) {
        assertThat(FeedDate.parse(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "31 Feb 2004",
                "2003-13-01",
                "2003-12-31T25:00Z",
                "12 Jan",
                "1 Jan 2004 99:99",
                "7"
            })
    void knowsNoOtherDate(String written) {
        assertThat(FeedDate.parse(written)).isNull();
    }
}
