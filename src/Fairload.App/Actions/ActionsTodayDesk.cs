using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Actions;

/// <summary>What actions and scrutiny ask of a reader today. What a reader may not see is not in it.</summary>
/// <param name="Owned">Open actions that the reader answers for and that are due by soon, the longest due first.</param>
/// <param name="Told">Overdue actions of which the reader was told from below and at which they have not looked.</param>
/// <param name="Votes">Actions said to be done of which the reader is asked whether they feel them.</param>
/// <param name="Messages">Of the commission to staff, that the reader has not been shown.</param>
/// <param name="Asked">What members asked last time; null for whoever is no member, and where nothing was asked.</param>
/// <param name="NotTakenUp">Resolutions that nobody answers for, for whoever keeps scrutiny.</param>
public sealed record ActionsToday(
    IReadOnlyList<ActionLine> Owned, IReadOnlyList<ActionLine> Told, IReadOnlyList<AgreedAction> Votes,
    IReadOnlyList<CommissionMessage> Messages, WhatWasAsked? Asked, int NotTakenUp)
{
    public static ActionsToday Nothing { get; } = new([], [], [], [], null, 0);
}

/// <summary>For the first page.</summary>
public sealed class ActionsTodayDesk(
    FairloadDb db, ActionReading reading, EscalationDesk escalation, ScrutinyDesk scrutiny, FeltDesk felt, TimeProvider clock)
{
    /// <param name="soon">The last day that still counts as soon.</param>
    public async Task<ActionsToday> Of(Reader reader, DateOnly soon, CancellationToken stop)
    {
        if (!reader.May(Permission.SeeActions)) return ActionsToday.Nothing;
        var hasActions = await db.Set<AgreedAction>().AnyAsync(stop);
        var me = reader.Account;
        return new(
            hasActions && me is not null ? await reading.Lines(
                db.Set<AgreedAction>().Where(a => a.State == ActionState.Open && a.OwnerId == me && a.DueOn <= soon), stop) : [],
            hasActions ? await escalation.Unseen(reader, stop) : [],
            hasActions && reader.Worker is not null ? await Votes(reader, stop) : [],
            await scrutiny.Unseen(reader, stop),
            reader.Is(Role.ElectedMember) && await scrutiny.LastAsked(1, stop) is [var last, ..] ? last : null,
            reader.May(Permission.KeepScrutiny)
                ? await db.Set<Resolution>().CountAsync(r => !db.Set<AgreedAction>().Any(a => a.ResolutionId == r.Id), stop) : 0);
    }

    private async Task<IReadOnlyList<AgreedAction>> Votes(Reader reader, CancellationToken stop)
    {
        var since = clock.UkToday.AddDays(-FeltVote.Days);
        var done = await db.Set<AgreedAction>().AsNoTracking().Where(a => a.State == ActionState.Done && a.DoneOn > since)
            .OrderBy(a => a.DoneOn).ToListAsync(stop);
        var asked = new List<AgreedAction>();
        foreach (var action in done)
            if ((await felt.Of(action, reader, stop)).MayVote) asked.Add(action);
        return asked;
    }
}
