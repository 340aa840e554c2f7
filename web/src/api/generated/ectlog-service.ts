// Generated from contracts/ectlog-service.openapi.json by `npm run api:generate`. Do not edit.

export interface paths {
    "/ectlog/audit": {
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
    "/ectlog/audit/export": {
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
    "/ectlog/audit/verification": {
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
    "/ectlog/frequencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The library, newest entries first */
        get: operations["listFrequencies"];
        put?: never;
        /** Add an entry */
        post: operations["addFrequency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/frequencies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry */
        get: operations["getFrequency"];
        /** Change an entry; nets that chose it keep what they chose */
        put: operations["changeFrequency"];
        post?: never;
        /** Remove an entry; nets that chose it keep what they chose */
        delete: operations["removeFrequency"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nets, newest first */
        get: operations["listNets"];
        put?: never;
        /** Create a net as a draft; the caller becomes its owner and NCS */
        post: operations["createNet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One net */
        get: operations["getNet"];
        /** Change the settings of a net that is not closed */
        put: operations["updateNet"];
        post?: never;
        /** Delete a draft */
        delete: operations["deleteNet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a closed net away */
        post: operations["archiveNet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call off a net that was announced; who follows it is told by mail */
        post: operations["cancelNet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a net; its log goes to all subscribers by mail */
        post: operations["closeNet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{id}/lobby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open check-ins and chat before the net begins */
        post: operations["openLobby"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{id}/roles/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give somebody a role in the net, in place of the one held */
        put: operations["grantRole"];
        post?: never;
        /** Take somebody's role in the net away */
        delete: operations["revokeRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announce a draft that has a start time */
        post: operations["scheduleNet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on the air */
        post: operations["startNet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{id}/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follow the net: have its news and its log sent to oneself */
        put: operations["subscribe"];
        post?: never;
        /** Do not follow the net any more */
        delete: operations["unsubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a net out of the archive; it stays closed */
        post: operations["unarchiveNet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{netId}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chat, newest lines first */
        get: operations["listChat"];
        put?: never;
        /** Say something while the net is open */
        post: operations["postChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{netId}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of the log, oldest first */
        get: operations["listCheckIns"];
        put?: never;
        /** Log a station; a station that checked out is logged as a re-check */
        post: operations["checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{netId}/check-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One row, even if it is deleted */
        get: operations["getCheckIn"];
        put?: never;
        post?: never;
        /** Take a row out of the log; it can be restored */
        delete: operations["deleteCheckIn"];
        options?: never;
        head?: never;
        /** Change some fields of a row; checking out is a change of status */
        patch: operations["changeCheckIn"];
        trace?: never;
    };
    "/ectlog/nets/{netId}/check-ins/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a deleted row back into the log */
        post: operations["restoreCheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{netId}/export/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log as a table for spreadsheets */
        get: operations["exportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{netId}/export/ics309": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log as ICS-309, as text to send or as a page to print */
        get: operations["exportIcs309"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/nets/{netId}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events behind a sequence number, oldest first */
        get: operations["readJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ectlog/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** At most ten stations whose callsign holds the fragment, those heard last first */
        get: operations["suggestStations"];
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
        ChatMessage: {
            at?: components["schemas"]["Instant"];
            author?: components["schemas"]["Operator"];
            id?: components["schemas"]["UUID"];
            text?: string;
        };
        ChatRequest: {
            text: string;
        };
        CheckIn: {
            base?: string;
            callsign?: string;
            checkedInAt?: components["schemas"]["Instant"];
            checkedOutAt?: components["schemas"]["Instant"];
            customFields?: {
                [key: string]: string;
            };
            deleted?: boolean;
            frequencyId?: components["schemas"]["UUID"];
            id?: components["schemas"]["UUID"];
            location?: string;
            loggedBy?: components["schemas"]["Operator"];
            name?: string;
            netId?: components["schemas"]["UUID"];
            notes?: string;
            /** Format: int32 */
            number?: number;
            power?: string;
            prefix?: string;
            recheckOf?: components["schemas"]["UUID"];
            relayedBy?: string;
            status?: components["schemas"]["StationStatus"];
            suffix?: string;
            tactical?: boolean;
            userId?: components["schemas"]["UUID"];
            /** Format: int64 */
            version?: number;
            weather?: string;
        };
        /** @description What to change: an absent field stays as it is, null empties it */
        CheckInPatch: {
            callsign?: string;
            customFields?: {
                [key: string]: string;
            };
            frequencyId?: components["schemas"]["UUID"];
            location?: string;
            name?: string;
            notes?: string;
            power?: string;
            relayedBy?: string;
            status?: components["schemas"]["StationStatus"];
            tactical?: boolean;
            weather?: string;
        };
        CheckInRequest: {
            callsign: string;
            customFields?: {
                [key: string]: string;
            };
            frequencyId?: components["schemas"]["UUID"];
            location?: string;
            name?: string;
            notes?: string;
            power?: string;
            relayedBy?: string;
            /** @default CHECKED_IN */
            status: components["schemas"]["StationStatus"];
            /** @default false */
            tactical: boolean;
            weather?: string;
        };
        Event: {
            actor?: components["schemas"]["Operator"];
            at?: components["schemas"]["Instant"];
            payload?: Record<string, never>;
            /** Format: int64 */
            sequence?: number;
            type?: components["schemas"]["EventType"];
        };
        /** @enum {string} */
        EventType: "net.created" | "net.updated" | "net.status-changed" | "role.granted" | "role.revoked" | "check-in.added" | "check-in.changed" | "check-in.deleted" | "check-in.restored" | "chat.posted";
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
        Frequency: {
            band?: string;
            description?: string;
            frequency?: string;
            id?: components["schemas"]["UUID"];
            mode?: components["schemas"]["Mode"];
            network?: string;
            talkgroup?: string;
            /** Format: int64 */
            version?: number;
        };
        FrequencyRequest: {
            description?: string;
            frequency?: string;
            mode: components["schemas"]["Mode"];
            network?: string;
            talkgroup?: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        JournalPage: {
            items?: components["schemas"]["Event"][];
            /** Format: int64 */
            next?: number;
        };
        /** @enum {string} */
        Kind: "ROW_CHANGED" | "ROW_MISSING" | "ROW_INSERTED" | "SEAL_CHANGED" | "SEAL_MISSING" | "SEAL_UNCHAINED" | "ANCHOR_DIFFERS";
        /** @enum {string} */
        Mode: "FM" | "AM" | "SSB" | "USB" | "LSB" | "CW" | "DIGITAL" | "DMR" | "D-STAR" | "FUSION" | "YSF" | "P25" | "GMRS";
        Net: {
            closedAt?: components["schemas"]["Instant"];
            counts?: components["schemas"]["NetCounts"];
            description?: string;
            frequencies?: components["schemas"]["NetFrequency"][];
            id?: components["schemas"]["UUID"];
            me?: components["schemas"]["NetMe"];
            name?: string;
            owner?: components["schemas"]["Operator"];
            roles?: components["schemas"]["NetRole"][];
            scheduledStart?: components["schemas"]["Instant"];
            selfCheckIn?: boolean;
            /** Format: int64 */
            sequence?: number;
            startedAt?: components["schemas"]["Instant"];
            status?: components["schemas"]["NetStatus"];
            /** Format: int64 */
            version?: number;
            zone?: string;
        };
        NetCounts: {
            /** Format: int64 */
            live?: number;
            /** Format: int64 */
            rechecks?: number;
            /** Format: int64 */
            stations?: number;
        };
        NetFrequency: {
            band?: string;
            description?: string;
            frequency?: string;
            id?: components["schemas"]["UUID"];
            mode?: components["schemas"]["Mode"];
            network?: string;
            talkgroup?: string;
        };
        NetMe: {
            canChat?: boolean;
            canCheckIn?: boolean;
            canLog?: boolean;
            canManage?: boolean;
            roles?: components["schemas"]["RoleKind"][];
            subscribed?: boolean;
        };
        NetRequest: {
            description?: string;
            frequencyIds?: string[];
            name: string;
            scheduledStart?: components["schemas"]["Instant"];
            /** @default true */
            selfCheckIn: boolean;
            zone?: string;
        };
        NetRole: {
            callsign?: string;
            name?: string;
            role?: components["schemas"]["RoleKind"];
            userId?: components["schemas"]["UUID"];
        };
        NetSnapshot: {
            closedAt?: components["schemas"]["Instant"];
            description?: string;
            frequencies?: components["schemas"]["NetFrequency"][];
            id?: components["schemas"]["UUID"];
            name?: string;
            owner?: components["schemas"]["Operator"];
            scheduledStart?: components["schemas"]["Instant"];
            selfCheckIn?: boolean;
            startedAt?: components["schemas"]["Instant"];
            status?: components["schemas"]["NetStatus"];
            /** Format: int64 */
            version?: number;
            zone?: string;
        };
        /** @enum {string} */
        NetStatus: "DRAFT" | "SCHEDULED" | "LOBBY" | "ACTIVE" | "CLOSED" | "ARCHIVED" | "CANCELLED";
        /** @description A person as the log names them */
        Operator: {
            callsign?: string;
            name?: string;
            userId?: components["schemas"]["UUID"];
        };
        PageAuditEventView: {
            items?: components["schemas"]["AuditEventView"][];
            next?: string;
        };
        PageChatMessageView: {
            items?: components["schemas"]["ChatMessage"][];
            next?: string;
        };
        PageCheckInView: {
            items?: components["schemas"]["CheckIn"][];
            next?: string;
        };
        PageFrequencyView: {
            items?: components["schemas"]["Frequency"][];
            next?: string;
        };
        PageNetView: {
            items?: components["schemas"]["Net"][];
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
        /** @enum {string} */
        RoleKind: "NCS" | "LOGGER" | "RELAY";
        RoleRequest: {
            callsign?: string;
            name: string;
            role: components["schemas"]["RoleKind"];
        };
        Station: {
            callsign?: string;
            lastHeardAt?: components["schemas"]["Instant"];
            location?: string;
            name?: string;
        };
        /** @enum {string} */
        StationStatus: "CHECKED_IN" | "HAS_TRAFFIC" | "LISTENING" | "RELAY" | "AWAY" | "ANNOUNCEMENTS" | "MOBILE" | "CHECKED_OUT";
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
    listFrequencies: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["PageFrequencyView"];
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
    addFrequency: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrequencyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Frequency"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    getFrequency: {
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
                    "application/json": components["schemas"]["Frequency"];
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
    changeFrequency: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrequencyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Frequency"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    removeFrequency: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    listNets: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description States to show, separated by commas; all if absent */
                status?: string;
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
                    "application/json": components["schemas"]["PageNetView"];
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
    createNet: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Net"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    getNet: {
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
                    "application/json": components["schemas"]["Net"];
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
    updateNet: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Net"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    deleteNet: {
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
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    archiveNet: {
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
                    "application/json": components["schemas"]["Net"];
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
    cancelNet: {
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
                    "application/json": components["schemas"]["Net"];
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
    closeNet: {
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
                    "application/json": components["schemas"]["Net"];
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
    openLobby: {
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
                    "application/json": components["schemas"]["Net"];
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
    grantRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
                userId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Net"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    revokeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
                userId: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["Net"];
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
    scheduleNet: {
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
                    "application/json": components["schemas"]["Net"];
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
    startNet: {
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
                    "application/json": components["schemas"]["Net"];
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
    subscribe: {
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
            /** @description Subscribed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    unsubscribe: {
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
            /** @description Not subscribed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    unarchiveNet: {
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
                    "application/json": components["schemas"]["Net"];
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
    listChat: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                netId: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["PageChatMessageView"];
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
    postChat: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                netId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMessage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    listCheckIns: {
        parameters: {
            query?: {
                cursor?: string;
                deleted?: boolean;
                limit?: number;
            };
            header?: never;
            path: {
                netId: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["PageCheckInView"];
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
    checkIn: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                netId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInRequest"];
            };
        };
        responses: {
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description already-checked-in: the members checkInId, loggedBy and loggedAt tell who logged it; or net-not-open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCheckIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
                netId: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["CheckIn"];
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
    deleteCheckIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
                netId: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["CheckIn"];
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
    changeCheckIn: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
                netId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInPatch"];
                "application/merge-patch+json": components["schemas"]["CheckInPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckIn"];
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
    restoreCheckIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
                netId: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["CheckIn"];
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
    exportCsv: {
        parameters: {
            query?: {
                zone?: string;
            };
            header?: never;
            path: {
                netId: components["schemas"]["UUID"];
            };
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
    exportIcs309: {
        parameters: {
            query?: {
                format?: string;
                zone?: string;
            };
            header?: never;
            path: {
                netId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "text/plain": string;
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
    readJournal: {
        parameters: {
            query?: {
                limit?: number;
                since?: number;
            };
            header?: never;
            path: {
                netId: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["JournalPage"];
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
    suggestStations: {
        parameters: {
            query: {
                q: string;
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
                    "application/json": components["schemas"]["Station"][];
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
