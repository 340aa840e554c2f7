package org.ectsuite.notification.template;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;

/**
 * What the letter {@code announcement} shows.
 *
 * @param title heading
 * @param paragraphs the message: paragraphs, each a list of lines
 * @param sender who says so
 * @param group the group it goes to
 * @param url the page of the group, or of what the message is about
 */
@TemplateData
record AnnouncementLetter(String title, List<List<String>> paragraphs, String sender, String group, String url) {

    static AnnouncementLetter of(Announcement data) {
        List<List<String>> paragraphs = Arrays.stream(
                        PlainText.clean(data.text()).strip().split("\\n\\s*\\n", -1))
                .map(paragraph ->
                        paragraph.strip().lines().map(String::stripTrailing).toList())
                .filter(lines -> !lines.isEmpty())
                .toList();
        return new AnnouncementLetter(data.title(), paragraphs, data.sender(), data.group(), data.url());
    }
}
