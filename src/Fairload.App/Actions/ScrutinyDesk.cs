using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Actions;

/// <summary>Meetings of scrutiny: what lay before them, what was asked, what was agreed, and what became of it.</summary>
public sealed class ScrutinyDesk(
    FairloadDb db, ActionReading reading, ActionDesk actions, CouncilSettings settings, TimeProvider clock)
{
    public async Task<ScrutinyList> List(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeScrutiny);
        var asked = await Asked(db.Set<ScrutinyMeeting>(), stop);
        return new(
            [.. asked.Select(a => new ScrutinyLine(a.Meeting, a.Resolutions.Count, a.Counts))], clock.UkToday,
            reader.May(Permission.KeepScrutiny));
    }

    public async Task<ScrutinyView?> Show(Id<ScrutinyMeeting> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeScrutiny);
        if ((await Asked(db.Set<ScrutinyMeeting>().Where(m => m.Id == id), stop)).SingleOrDefault() is not { } asked) return null;
        var messages = await db.Set<CommissionMessage>().AsNoTracking().Where(m => m.MeetingId == id).Select(m => new
        {
            Message = m,
            Accounts = db.Set<MessageSeen>().Count(s => s.MessageId == m.Id),
        }).ToListAsync(stop);
        return new(
            asked.Meeting,
            await db.Set<ScrutinyItem>().AsNoTracking().Where(i => i.MeetingId == id).OrderBy(i => i.Number).ToListAsync(stop),
            await db.Set<ScrutinyQuestion>().AsNoTracking().Where(q => q.MeetingId == id).OrderBy(q => q.Number).ToListAsync(stop),
            asked,
            [
                .. (await db.Set<Witness>().AsNoTracking().Where(w => w.MeetingId == id).ToListAsync(stop))
                    .OrderBy(w => w.Name, StringComparer.CurrentCulture),
            ],
            [
                .. messages.OrderBy(m => m.Message.GivenOn).ThenBy(m => m.Message.Text, StringComparer.Ordinal)
                    .Select(m => new MessageView(m.Message, CommissionMessage.ShownToAtLeast(m.Accounts))),
            ],
            clock.UkToday, reader.May(Permission.KeepScrutiny));
    }

    public async Task<ResolutionView?> Show(Id<Resolution> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeScrutiny);
        var meetings = db.Set<ScrutinyMeeting>().Where(m => db.Set<Resolution>().Any(r => r.Id == id && r.MeetingId == m.Id));
        if ((await Asked(meetings, stop)).SingleOrDefault() is not { } asked) return null;
        var one = asked.Resolutions.Single(r => r.Resolution.Id == id);
        var keeps = reader.May(Permission.KeepScrutiny);
        return new(
            one, asked.Meeting, await Suggested(one.Resolution, asked.Meeting, stop), keeps ? await actions.Owners(stop) : [],
            clock.UkToday, keeps, reader.May(Permission.PublishActions));
    }

    /// <summary>What was asked at the last meetings that have been held and agreed anything, the latest first: for the first page of
    /// members and the opening of the report.</summary>
    public async Task<IReadOnlyList<WhatWasAsked>> LastAsked(int meetings, CancellationToken stop)
    {
        var today = clock.UkToday;
        var held = db.Set<ScrutinyMeeting>()
            .Where(m => m.HeldOn <= today && db.Set<Resolution>().Any(r => r.MeetingId == m.Id));
        var last = await held.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.RecordedAt).Take(meetings).Select(m => m.Id)
            .ToListAsync(stop);
        return await Asked(db.Set<ScrutinyMeeting>().Where(m => last.Contains(m.Id)), stop);
    }

    /// <summary>Messages to staff that the reader has not been shown; none for whoever is not staff.</summary>
    internal async Task<IReadOnlyList<CommissionMessage>> Unseen(Reader reader, CancellationToken stop) =>
        reader is { Account: { } me, Worker: not null }
            ? await db.Set<CommissionMessage>().AsNoTracking()
                .Where(m => !db.Set<MessageSeen>().Any(s => s.MessageId == m.Id && s.AccountId == me)).OrderBy(m => m.GivenOn)
                .ToListAsync(stop)
            : [];

    /// <summary>The latest first.</summary>
    internal async Task<IReadOnlyList<WhatWasAsked>> Asked(IQueryable<ScrutinyMeeting> wanted, CancellationToken stop)
    {
        var meetings = await wanted.AsNoTracking().ToListAsync(stop);
        var resolutions = await db.Set<Resolution>().AsNoTracking().Where(r => wanted.Any(m => m.Id == r.MeetingId)).ToListAsync(stop);
        var lines = await reading.Lines(
            db.Set<AgreedAction>().Where(a =>
                db.Set<Resolution>().Any(r => r.Id == a.ResolutionId && wanted.Any(m => m.Id == r.MeetingId))),
            stop);
        var asked = lines.Select(l => new AskedAction(l.Action, l.Standing)).ToList();
        return
        [
            .. meetings.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.RecordedAt)
                .Select(m => WhatWasAsked.Of(m, resolutions.Where(r => r.MeetingId == m.Id), asked)),
        ];
    }

    private async Task<DateOnly> Suggested(Resolution resolution, ScrutinyMeeting meeting, CancellationToken stop)
    {
        var others = await db.Set<ScrutinyMeeting>().Where(m => m.Committee == meeting.Committee && m.Id != meeting.Id)
            .Select(m => m.HeldOn).ToListAsync(stop);
        return ReturnDate.Of(
            resolution.Shape, ResolutionWords.MonthsIn(resolution.Text), meeting.HeldOn, others, clock.UkToday,
            ReferenceData.Calendar(settings.Nation));
    }
}
