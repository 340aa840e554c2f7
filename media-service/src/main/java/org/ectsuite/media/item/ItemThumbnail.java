package org.ectsuite.media.item;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The small picture of an item. */
@Entity
@Table(name = "item_thumbnail")
class ItemThumbnail {

    @Id
    UUID itemId;

    String contentType;
    byte[] content;

    protected ItemThumbnail() {}

    ItemThumbnail(UUID itemId, String contentType, byte[] content) {
        this.itemId = itemId;
        this.contentType = contentType;
        this.content = content;
    }
}
