using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Scenarios;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Scenarios;

/// <summary>One scenario in a list.</summary>
/// <param name="Place">The name of the team or service.</param>
public sealed record ScenarioLine(Scenario Scenario, string Place);

/// <summary>From what a scenario is made.</summary>
/// <param name="People">Of the team or service, in name order.</param>
public sealed record ScenarioForm(string Place, IReadOnlyList<Worker> People, IReadOnlyList<Weights> Weights, CouncilLimits Limits);

/// <summary>A scenario with what comes of it, and another beside it.</summary>
/// <param name="Now">Everybody's load as it is, in name order.</param>
/// <param name="AsIs">What waits shared out with nothing changed.</param>
/// <param name="Beside">Null for none.</param>
/// <param name="Others">Scenarios of the same place that could stand beside it.</param>
/// <param name="Missing">Somebody whom it names is not on the staff list any more.</param>
public sealed record ScenarioView(
    ScenarioLine Line, WhatIf What, DateOnly Today, AsOfDays AsOf, IReadOnlyList<PersonLoad> Now, Outcome AsIs, Outcome Then,
    ScenarioLine? Beside, Outcome? ThenBeside, IReadOnlyList<Scenario> Others, IReadOnlyDictionary<Id<Worker>, Worker> Named, bool Missing);

/// <summary>What-ifs on a copy: for whoever sees the loads of a team or service. Nothing real is changed.</summary>
public sealed class ScenarioDesk(
    FairloadDb db, ScenarioReading reading, LoadReading loads, CaseloadSettings caseload, AsOfDesk asOf, CouncilSettings settings,
    AuditTrail audit, Remembered remembered, TimeProvider clock)
{
    /// <summary>Teams for which the reader may ask, in name order.</summary>
    public async Task<IReadOnlyList<Team>> Teams(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        var sight = reader.SightFor(Permission.SeeLoads);
        return [.. (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(clock.UkToday) && sight.SeesTeam(t))
            .OrderBy(t => t.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Those of teams and services that the reader sees whole, the latest first.</summary>
    public async Task<IReadOnlyList<ScenarioLine>> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        var lines = new List<ScenarioLine>();
        foreach (var one in (await db.Set<Scenario>().AsNoTracking().ToListAsync(stop)).OrderByDescending(s => s.MadeAt))
            if (await Place(one.TeamId, one.Service, reader, stop) is { } place) lines.Add(new(one, place.Name));

        return lines;
    }

    /// <summary>Null where the reader does not see the team, or not the whole service.</summary>
    public async Task<ScenarioForm?> Form(Id<Team>? team, string service, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        if (await Place(team, service, reader, stop) is not { } place) return null;
        var people = await MembersNow.Of(db, [.. place.Teams.Select(t => t.Id)], clock.UkToday).AsNoTracking().ToListAsync(stop);
        return new(
            place.Name, [.. people.InNameOrder()], await caseload.AllWeights(stop), settings.Limits);
    }

    /// <summary>Keeps a scenario by name. The same again is the one that is there. Refuses what Core refuses, people of elsewhere, and
    /// weights that are not there.</summary>
    public async Task<Result<Scenario>> Keep(
        string? name, Id<Team>? team, string service, WhatIf what, Reader reader, CancellationToken stop)
    {
        if (await Form(team, service, reader, stop) is not { } form)
            return new Problem("", $"This team or service is not one whose loads you see");
        if (!WhatIf.Read(what).Try(out var sound, out var problems)) return problems.ToList();
        var named = sound.Gone.Concat(sound.Leave is { } leave ? [leave.Worker] : []);
        if (named.Any(id => form.People.All(w => w.Id != id)))
            return new Problem("Gone", $"Choose people from the list: somebody named does not work here");
        if (sound.Weights is { } code && form.Weights.All(w => w.Code != code))
            return new Problem("Weights", $"Choose weights from the list");

        var document = ReferenceDocuments.Write(sound);
        var made = Scenario.Keep(name, team, team is null ? service : "", document, reader.Name, clock.GetUtcNow().UtcDateTime);
        if (!made.Try(out var scenario, out _)) return made;
        return await db.Change<Result<Scenario>>(
            async () =>
            {
                var same = await db.Set<Scenario>().FirstOrDefaultAsync(
                    s => s.Name == scenario.Name && s.TeamId == scenario.TeamId && s.Service == scenario.Service
                        && s.Document == document && s.MadeBy == scenario.MadeBy, stop);
                if (same is not null) return same;
                db.Add(scenario);
                await audit.Note(reader, AuditAction.ScenarioKept, "scenario", scenario.Id.ToString(), stop);
                return scenario;
            },
            stop);
    }

    /// <summary>False where there is none that the reader sees.</summary>
    public async Task<bool> Forget(Id<Scenario> id, Reader reader, CancellationToken stop)
    {
        if (await Find(id, reader, stop) is null) return false;
        await db.Change(async () => await db.Set<Scenario>().Where(s => s.Id == id).ExecuteDeleteAsync(stop), stop);
        return true;
    }

    /// <summary>Null where there is none that the reader sees. One beside it has to be of the same place.</summary>
    public async Task<ScenarioView?> Show(Id<Scenario> id, Id<Scenario>? with, Reader reader, CancellationToken stop)
    {
        if (await Find(id, reader, stop) is not { } found) return null;
        var (one, place) = found;
        var today = clock.UkToday;
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var others = await db.Set<Scenario>().AsNoTracking().Where(s => s.Id != id && s.TeamId == one.TeamId && s.Service == one.Service)
            .OrderBy(s => s.Name).ToListAsync(stop);
        var beside = others.Find(s => s.Id == with);
        var (what, whatBeside) = (Read(one), beside is null ? null : Read(beside));
        var named = what.Gone.Concat(what.Leave is { } leave ? [leave.Worker] : []).ToList();
        var known = await db.Workers.AsNoTracking().Where(w => named.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
        return new(
            new(one, place.Name), what, today, await asOf.Days(stop),
            await loads.Of(MembersNow.Of(db, [.. place.Teams.Select(t => t.Id)], today), today, stop),
            await Run(WhatIf.Nothing), await Run(what),
            beside is null ? null : new(beside, place.Name),
            whatBeside is null ? null : await Run(whatBeside), others, known, known.Count < named.Distinct().Count());

        // Worked out once: it holds until people, cases or settings change.
        Task<Outcome> Run(WhatIf asked) => remembered.Of(
            db, $"what if in {one.TeamId?.ToString() ?? one.Service}: {ReferenceDocuments.Write(asked)}",
            () => reading.Run(asked, place.Teams, teams, today, stop), stop);
    }

    private static WhatIf Read(Scenario scenario) => System.Text.Json.JsonSerializer.Deserialize<WhatIf>(
        scenario.Document, ReferenceDocuments.Json) ?? throw new InvalidOperationException($"Scenario {scenario.Id} is empty.");

    private async Task<(Scenario Scenario, ScenarioPlace Place)?> Find(Id<Scenario> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        if (await db.Set<Scenario>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) is not { } one) return null;
        return await Place(one.TeamId, one.Service, reader, stop) is { } place ? (one, place) : null;
    }

    private async Task<ScenarioPlace?> Place(Id<Team>? team, string service, Reader reader, CancellationToken stop)
    {
        var sight = reader.SightFor(Permission.SeeLoads);
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(clock.UkToday))
            .Where(t => team is { } id ? t.Id == id : service.Length > 0 && t.Service == service)
            .OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        if (teams.Count == 0 || !teams.All(sight.SeesTeam)) return null;
        return new(team is null ? service : teams[0].Name, teams);
    }

    private sealed record ScenarioPlace(string Name, IReadOnlyList<Team> Teams);
}
