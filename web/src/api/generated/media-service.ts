// Generated from contracts/media-service.openapi.json by `npm run api:generate`. Do not edit.

export interface paths {
    "/media/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List */
        get: operations["AuditResource_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export */
        get: operations["AuditResource_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verify */
        get: operations["AuditResource_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items of all libraries that the caller may see, newest first */
        get: operations["ItemResource_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item, with the source of each value */
        get: operations["ItemResource_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/items/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file, or one range of it */
        get: operations["ContentResource_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** What the file is like, without it */
        head: operations["ContentResource_head"];
        patch?: never;
        trace?: never;
    };
    "/media/items/{id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The thumbnail of an item that has one; turned as the item's orientation says */
        get: operations["ThumbnailResource_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/items/{id}/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket that opens the content and the thumbnail of this item for some hours */
        post: operations["TicketResource_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/libraries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The libraries that the caller may see, by name */
        get: operations["LibraryResource_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/libraries/{id}/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a scan; when one waits already, that is the answer */
        post: operations["LibraryScanResource_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/scans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a scan has come */
        get: operations["ScanResource_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/scans/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files and folders that a scan could not read */
        get: operations["ScanResource_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AuditActor: {
            callsign?: string;
            client?: string;
            name?: string;
            subject?: string;
        };
        AuditEventView: {
            action?: string;
            actor?: components["schemas"]["AuditActor"];
            after?: string;
            at?: components["schemas"]["Instant"];
            before?: string;
            clientAddress?: string;
            id?: components["schemas"]["UUID"];
            objectId?: string;
            objectType?: string;
            /** Format: int64 */
            position?: number;
            requestId?: string;
        };
        FieldError: {
            field?: string;
            message?: string;
        };
        Finding: {
            id?: components["schemas"]["UUID"];
            kind?: components["schemas"]["Kind"];
            /** Format: int64 */
            position?: number;
            /** Format: int64 */
            seal?: number;
        };
        GeoPosition: {
            /** Format: double */
            latitude?: number;
            /** Format: double */
            longitude?: number;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** @enum {string} */
        ItemStatus: "PRESENT" | "MISSING";
        ItemView: {
            addedAt?: components["schemas"]["Instant"];
            album?: string;
            artist?: string;
            callsigns?: string[];
            contentType?: string;
            description?: string;
            /** Format: double */
            durationSeconds?: number;
            fault?: string;
            fileName?: string;
            folder?: string;
            hasThumbnail?: boolean;
            /** Format: int32 */
            height?: number;
            id?: components["schemas"]["UUID"];
            kind?: components["schemas"]["MediaKind"];
            libraryId?: components["schemas"]["UUID"];
            libraryName?: string;
            /** Format: int32 */
            orientation?: number;
            /** Format: int32 */
            pages?: number;
            position?: components["schemas"]["GeoPosition"];
            recordedAt?: components["schemas"]["Instant"];
            /** Format: int64 */
            size?: number;
            sources?: {
                [key: string]: string;
            };
            status?: components["schemas"]["ItemStatus"];
            title?: string;
            /** Format: int32 */
            width?: number;
        };
        /** @enum {string} */
        Kind: "ROW_CHANGED" | "ROW_MISSING" | "ROW_INSERTED" | "SEAL_CHANGED" | "SEAL_MISSING" | "SEAL_UNCHAINED" | "ANCHOR_DIFFERS";
        LastScan: {
            /** Format: int32 */
            changed?: number;
            /** Format: int32 */
            errors?: number;
            finishedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            found?: number;
            id?: components["schemas"]["UUID"];
            /** Format: int32 */
            missing?: number;
            startedAt?: components["schemas"]["Instant"];
            state?: string;
            /** Format: int32 */
            unchanged?: number;
        };
        /** @enum {string} */
        LibraryKind: "RECORDINGS" | "TRAINING" | "FORMS" | "PHOTOS" | "MIXED";
        LibraryList: {
            items?: components["schemas"]["LibraryView"][];
        };
        /** @enum {string} */
        LibraryStatus: "ONLINE" | "OFFLINE" | "SCANNING";
        LibraryView: {
            id?: components["schemas"]["UUID"];
            /** Format: int64 */
            itemCount?: number;
            key?: string;
            kind?: components["schemas"]["LibraryKind"];
            lastScan?: components["schemas"]["LastScan"];
            name?: string;
            status?: components["schemas"]["LibraryStatus"];
        };
        /** @enum {string} */
        MediaKind: "AUDIO" | "VIDEO" | "DOCUMENT" | "IMAGE";
        PageAuditEventView: {
            items?: components["schemas"]["AuditEventView"][];
            next?: string;
        };
        PageItemView: {
            items?: components["schemas"]["ItemView"][];
            next?: string;
        };
        PageScanErrorView: {
            items?: components["schemas"]["ScanErrorView"][];
            next?: string;
        };
        /** @description Problem response (RFC 9457). Problem types may add members of their own. */
        Problem: {
            code?: string;
            detail?: string;
            errors?: components["schemas"]["FieldError"][];
            instance?: string;
            /** Format: int32 */
            status?: number;
            title?: string;
            type?: string;
        };
        ScanErrorView: {
            message?: string;
            path?: string;
        };
        /** @enum {string} */
        ScanState: "QUEUED" | "RUNNING" | "DONE" | "FAILED";
        ScanView: {
            /** Format: int32 */
            added?: number;
            /** Format: int32 */
            changed?: number;
            /** Format: int32 */
            errors?: number;
            failure?: string;
            finishedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            found?: number;
            id?: components["schemas"]["UUID"];
            libraryId?: components["schemas"]["UUID"];
            /** Format: int32 */
            missing?: number;
            /** Format: int32 */
            moved?: number;
            requestedAt?: components["schemas"]["Instant"];
            startedAt?: components["schemas"]["Instant"];
            state?: components["schemas"]["ScanState"];
            /** Format: int32 */
            unchanged?: number;
        };
        TicketView: {
            expiresAt?: components["schemas"]["Instant"];
            url?: string;
        };
        /** Format: uuid */
        UUID: string;
        VerificationReport: {
            anchor?: string;
            findings?: components["schemas"]["Finding"][];
            intact?: boolean;
            /** Format: int64 */
            rows?: number;
            /** Format: int64 */
            sealedThrough?: number;
            /** Format: int64 */
            seals?: number;
            /** Format: int64 */
            unsealed?: number;
            verifiedAt?: components["schemas"]["Instant"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AuditResource_list: {
        parameters: {
            query?: {
                action?: string;
                /** @description Who acted: the subject or the callsign */
                actor?: string;
                /** @description The client address */
                address?: string;
                /** @description Continues a list */
                cursor?: string;
                /** @description At this time or later */
                from?: string;
                limit?: number;
                objectId?: string;
                objectType?: string;
                /** @description A part of the action, of the object's id or of the actor's name, whatever the case */
                q?: string;
                /** @description Before this time */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageAuditEventView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AuditResource_export: {
        parameters: {
            query?: {
                action?: string;
                /** @description Who acted: the subject or the callsign */
                actor?: string;
                /** @description The client address */
                address?: string;
                /** @description Continues a list */
                cursor?: string;
                /** @description At this time or later */
                from?: string;
                objectId?: string;
                objectType?: string;
                /** @description A part of the action, of the object's id or of the actor's name, whatever the case */
                q?: string;
                /** @description Before this time */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AuditResource_verify: {
        parameters: {
            query?: {
                anchor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationReport"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ItemResource_list: {
        parameters: {
            query?: {
                cursor?: string;
                kind?: components["schemas"]["MediaKind"];
                /** @description id of one library */
                library?: components["schemas"]["UUID"];
                limit?: number;
                /** @description words; each must begin a word of title, name, callsigns or texts */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageItemView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ItemResource_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ContentResource_get: {
        parameters: {
            query?: {
                ticket?: string;
            };
            header?: {
                "If-Match"?: string;
                "If-Modified-Since"?: string;
                "If-None-Match"?: string;
                "If-Range"?: string;
                "If-Unmodified-Since"?: string;
                Range?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The range asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Neither token nor ticket is valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such item, or its file is gone */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The file is not the one asked for */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The range begins behind the end */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The library is offline */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ContentResource_head: {
        parameters: {
            query?: {
                ticket?: string;
            };
            header?: {
                "If-Match"?: string;
                "If-Modified-Since"?: string;
                "If-None-Match"?: string;
                "If-Unmodified-Since"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Headers as of GET */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Neither token nor ticket is valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ThumbnailResource_get: {
        parameters: {
            query?: {
                ticket?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The thumbnail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /** @description The client has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Neither token nor ticket is valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such item, or it has no thumbnail */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    TicketResource_issue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    LibraryResource_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryList"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    LibraryScanResource_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scan waits or runs */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such library */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ScanResource_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ScanResource_errors: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageScanErrorView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
