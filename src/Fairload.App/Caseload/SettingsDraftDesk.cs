using Fairload.App.Access;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using FactorSet = Fairload.Core.Caseload.FactorSet;

namespace Fairload.App.Caseload;

/// <summary>A draft as it is shown.</summary>
/// <param name="Version">To be given back when it is changed or entered.</param>
public sealed record Drafted<T>(T Draft, string SavedBy, DateTime SavedAt, int Version);

/// <summary>A team by the weights in force and by a draft.</summary>
/// <param name="NewlyOver">In name order.</param>
public sealed record TeamEffect(Team Team, WeightsEffect Effect, IReadOnlyList<Worker> NewlyOver);

/// <summary>What a draft of the weights would do today.</summary>
/// <param name="All">Everybody whom the reader sees, in a team or not.</param>
/// <param name="Teams">In the order of services and names; each person in the team that has most of their time.</param>
public sealed record WeightsDraftView(
    Drafted<Weights> Drafted, Weights InForce, IReadOnlyList<WeightChange> Changes, WeightsEffect All, IReadOnlyList<TeamEffect> Teams,
    DateOnly Today, AsOfDays AsOf, bool MayAgree);

/// <summary>What a draft of factors would mean for the scores that there are.</summary>
/// <param name="Changed">Numbers of the factors that differ from those in force, from 1.</param>
/// <param name="Kept">Open cases of the area whose agreed score keeps the factors by which it was given.</param>
public sealed record FactorsDraftView(Drafted<FactorSet> Drafted, FactorSet InForce, IReadOnlyList<int> Changed, int Kept, DateOnly Today);

/// <summary>Drafts of weights and factors: kept, looked at for what they would do, and entered once they are agreed.</summary>
public sealed class SettingsDraftDesk(
    FairloadDb db, SettingsDesk settings, CaseloadSettings caseload, LoadReading loads, AsOfDesk asOf, TimeProvider clock)
{
    private static readonly Problem Overtaken = new(
        "", $"Somebody has changed or ended the draft meanwhile, and nothing was stored. Look at it as it stands now, then do it again");

    /// <summary>The draft of the weights with its effect; null where there is none. Teams are those whose loads the reader sees.</summary>
    public async Task<WeightsDraftView?> Weights(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        if (await Held(DraftKind.Weights, stop) is not { } row) return null;
        var (today, sight) = (clock.UkToday, reader.SightFor(Permission.SeeLoads));
        var (draft, inForce) = (Weights(row), await caseload.WeightsOn(today, stop));
        var people = (await loads.Everybody(today, stop)).Where(p => sight.Everything || p.Teams.Any(t => sight.SeesTeam(t.Team)))
            .Select(p => (Person: p, Shift: new LoadShift(p.Load, p.By(draft, loads.Bands)))).ToList();
        var teams = people.Where(p => p.Person.Team is { } part && sight.SeesTeam(part.Team)).GroupBy(p => p.Person.Team!.Team.Id)
            .Select(g => new TeamEffect(
                g.First().Person.Team!.Team, WeightsEffect.Of([.. g.Select(p => p.Shift)]),
                [.. g.Where(p => p.Shift.GoesOver).Select(p => p.Person.Worker).InNameOrder()]))
            .OrderBy(t => t.Team.Service, StringComparer.CurrentCulture).ThenBy(t => t.Team.Name, StringComparer.CurrentCulture);
        return new(
            Told(row, draft), inForce, WeightChange.Between(inForce, draft), WeightsEffect.Of([.. people.Select(p => p.Shift)]), [.. teams],
            today, await asOf.Days(stop), reader.May(Permission.AgreeSettings));
    }

    /// <summary>The draft of an area's factors; null where there is none.</summary>
    public async Task<FactorsDraftView?> Factors(Area area, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.AgreeSettings);
        if (await Held(KindOf(area), stop) is not { } row) return null;
        var draft = Factors(row);
        var inForce = await caseload.FactorSetOn(area, clock.UkToday, stop);
        var codes = (await caseload.AllFactorSets(stop)).Where(s => s.Area == area).Select(s => s.Code).ToList();
        var kept = await db.Cases.CountAsync(
            c => c.ClosedOn == null && c.Tier != null
                && db.Scores.Any(s => s.CaseId == c.Id && s.By == ScoreBy.Agreed && codes.Contains(s.FactorSet)),
            stop);
        var changed = Enumerable.Range(1, FactorSet.Size).Where(n => !Same(inForce.Factors[n - 1], draft.Factors[n - 1]));
        return new(Told(row, draft), inForce, [.. changed], kept, clock.UkToday);
    }

    /// <summary>Keeps a draft. Refuses what Core refuses, and one that somebody else has changed meanwhile.</summary>
    /// <param name="seen">The version that the reader saw; 0 where there was none.</param>
    public Task<Result<Done>> Keep(Weights draft, int seen, Reader reader, CancellationToken stop)
    {
        var nameless = draft with { Code = SettingsDraft.Code, AgreedBy = SettingsDraft.Code };
        return Keep(DraftKind.Weights, ReferenceDocuments.Held(nameless), seen, reader, stop);
    }

    /// <summary>The same for factors.</summary>
    public Task<Result<Done>> Keep(FactorSet draft, int seen, Reader reader, CancellationToken stop)
    {
        var nameless = draft with { Code = SettingsDraft.Code, AgreedBy = SettingsDraft.Code };
        return Keep(KindOf(draft.Area), ReferenceDocuments.Held(nameless), seen, reader, stop);
    }

    /// <summary>Enters the draft as the next version: agreed by whom, counting from which day. The draft is gone.</summary>
    public async Task<Result<string>> Enter(
        DraftKind kind, int seen, string agreedBy, DateOnly liveFrom, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.AgreeSettings);
        return await db.Change<Result<string>>(
            async () =>
            {
                if (await db.Set<SettingsDraft>().SingleOrDefaultAsync(d => d.Kind == kind, stop) is not { } row || row.Version != seen)
                    return Overtaken;
                var entered = kind == DraftKind.Weights
                    ? Code(await settings.Enter(Weights(row) with { AgreedBy = agreedBy, LiveFrom = liveFrom }, reader, stop), w => w.Code)
                    : Code(await settings.Enter(Factors(row) with { AgreedBy = agreedBy, LiveFrom = liveFrom }, reader, stop), s => s.Code);
                if (entered.Try(out _, out _)) db.Remove(row);
                return entered;
            },
            stop);
    }

    /// <summary>The draft is not wanted any more.</summary>
    public async Task<Result<Done>> Drop(DraftKind kind, int seen, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.AgreeSettings);
        return await db.Change<Result<Done>>(
            async () =>
            {
                if (await db.Set<SettingsDraft>().SingleOrDefaultAsync(d => d.Kind == kind, stop) is not { } row) return default(Done);
                if (row.Version != seen) return Overtaken;
                db.Remove(row);
                return default(Done);
            },
            stop);
    }

    public static DraftKind KindOf(Area area) => area == Area.Children ? DraftKind.Children : DraftKind.Adults;

    private async Task<Result<Done>> Keep<T>(DraftKind kind, Result<T> draft, int seen, Reader reader, CancellationToken stop)
        where T : notnull
    {
        reader.Demand(Permission.AgreeSettings);
        if (!draft.Try(out var sound, out var problems)) return problems.ToList();
        var (document, at) = (ReferenceDocuments.Write(sound), clock.GetUtcNow().UtcDateTime);
        return await db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"draft of {kind}", stop);
                var row = await db.Set<SettingsDraft>().SingleOrDefaultAsync(d => d.Kind == kind, stop);
                if (row?.Document == document) return default(Done);
                if ((row?.Version ?? 0) != seen) return Overtaken;
                if (row is null) db.Add(SettingsDraft.Begin(kind, document, reader.Name, at));
                else row.Change(document, reader.Name, at);
                return default(Done);
            },
            stop);
    }

    private Task<SettingsDraft?> Held(DraftKind kind, CancellationToken stop) =>
        db.Set<SettingsDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.Kind == kind, stop);

    private static Result<string> Code<T>(Result<T> agreed, Func<T, string> code) where T : notnull =>
        agreed.Try(out var version, out var problems) ? code(version) : problems.ToList();

    private static Drafted<T> Told<T>(SettingsDraft row, T draft) => new(draft, row.SavedBy, row.SavedAt, row.Version);

    private static bool Same(Factor one, Factor other) =>
        one.Name == other.Name && one.Help == other.Help && one.Descriptors.SequenceEqual(other.Descriptors);

    private static Weights Weights(SettingsDraft row) => Sound(ReferenceDocuments.ReadWeights(row.Document));

    private static FactorSet Factors(SettingsDraft row) => Sound(ReferenceDocuments.ReadFactorSet(row.Document));

    private static T Sound<T>(Result<T> read) where T : notnull => read.Try(out var value, out var problems)
        ? value : throw new InvalidOperationException($"The draft in the database breaks a rule: {problems[0].Message}");
}
