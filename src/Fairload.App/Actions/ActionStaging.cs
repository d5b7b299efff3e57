using Fairload.App.Imports;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Actions;

/// <summary>Actions of a sheet against those that are held. An action that is there is never changed by a sheet: it has a page.</summary>
internal sealed class ActionStaging(Journal journal, ImportStamp stamp, ActionMeasures measures, ActionDeed deed)
{
    private readonly Tally _tally = new();

    public async Task<ImportOutcome> Stage(FairloadDb db, ActionRead read, CancellationToken stop)
    {
        var owners = await Owners(db, stop);
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(deed.On)).ToList();
        var held = (await db.Set<AgreedAction>().AsNoTracking().Select(a => new { a.What, a.OwnerId, a.FirstDueOn }).ToListAsync(stop))
            .Select(a => (a.What, a.OwnerId, a.FirstDueOn)).ToHashSet();
        var number = await db.Set<AgreedAction>().Where(a => a.Year == deed.On.Year).MaxAsync(a => (int?)a.Number, stop) ?? 0;
        var names = await TeamBook.Read(db, deed.On, stop);
        foreach (var row in read.Actions)
        {
            if (Plan(row, owners, teams, names) is not { } plan) continue;
            if (held.Contains((plan.What, plan.Owner!.Value, plan.DueOn!.Value)))
            {
                _tally.Unchanged++;
                continue;
            }

            if (!AgreedAction.Agree(plan, number + 1, null, stamp.Id, deed with { By = "" }).Try(out var action, out var problems))
            {
                foreach (var problem in problems) LeftOut(row, "", problem);
                continue;
            }

            journal.Add(action);
            held.Add((action.What, action.OwnerId, action.FirstDueOn));
            number++;
            _tally.Added++;
        }

        _tally.Seal(journal);
        return _tally.Outcome(read.Read, read.Problems);
    }

    /// <summary>By e-mail, staff number and name; a name that two have leads to nobody.</summary>
    private static async Task<ILookup<string, (Id<Account> Id, string Role)>> Owners(FairloadDb db, CancellationToken stop)
    {
        var roles = Enum.GetValues<Role>().Where(r => r != Role.ElectedMember && AccessTable.Of(r, Permission.SeeActions) != Reach.None)
            .ToList();
        var accounts = await (
            from account in db.Set<Account>().AsNoTracking()
            join worker in db.Workers on account.WorkerId equals worker.Id into workers
            from worker in workers.DefaultIfEmpty()
            where !account.Disabled && db.Set<AccountGrant>().Any(g => g.AccountId == account.Id && roles.Contains(g.Role))
            select new { account.Id, account.Email, account.Name, Worker = worker }).ToListAsync(stop);
        return accounts.SelectMany(a => new[] { a.Email, a.Name, a.Worker?.StaffNumber ?? "" }.Where(k => k.Length > 0).Distinct()
            .Select(k => (Key: Written.Fold(k), Owner: (a.Id, a.Worker?.Role ?? "")))).ToLookup(k => k.Key, k => k.Owner);
    }

    private ActionPlan? Plan(ActionRow row, ILookup<string, (Id<Account> Id, string Role)> owners, List<Team> teams, TeamBook names)
    {
        if (owners[Written.Fold(row.Owner)].ToList() is not [var owner])
        {
            return LeftOut(row, "Owner", new("", $"“{Written.Brief(row.Owner)}” is not one account that can answer for an action. The row was left out."));
        }

        var named = names.Find(row.Unit)?.Teams ?? [];
        var team = teams.Find(t => named.Contains(t.Id));
        var service = team is null && row.Unit.Length > 0
            ? teams.Select(t => t.Service).FirstOrDefault(s => Written.Fold(s) == Written.Fold(row.Unit)) : null;
        if (row.Unit.Length > 0 && team is null && service is null)
            return LeftOut(row, "Unit", new("", $"There is no team or service called {Written.Brief(row.Unit)}. The row was left out."));

        var measure = measures.All.FirstOrDefault(m =>
            Written.Fold(m.Code) == Written.Fold(row.Measure) || Written.Fold(m.Name) == Written.Fold(row.Measure));
        if (row.Measure.Length > 0 && measure is null)
            return LeftOut(row, "Measure", new("", $"There is no measure called {Written.Brief(row.Measure)}. The row was left out."));

        var role = row.OwnerRole.Length > 0 ? row.OwnerRole : owner.Role.Length > 0 ? owner.Role : "Officer of the council";
        return new(
            row.What, row.Why, new(row.Source, row.SourceReference, row.SourceWords), owner.Id, role, row.Due, measure?.Code ?? "",
            measure is null ? null : row.Direction, team?.Id, service ?? "");
    }

    private ActionPlan? LeftOut(ActionRow row, string column, Problem problem)
    {
        _tally.Problems.Add(new(row.Sheet, row.Row, column, Severity.Error, problem.Says));
        return null;
    }
}

/// <summary>What undoing an import has to know of actions.</summary>
internal sealed class ActionsOfAnImport(FairloadDb db)
{
    /// <summary>Something has been done about an action that the import brought, or a team of it has actions.</summary>
    public async Task WhatForbids(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var touched = await db.Set<AgreedAction>().Where(a =>
                (a.BroughtBy == import && (a.Version > 0 || db.Set<ActionNote>().Any(n => n.ActionId == a.Id)
                    || db.Set<ActionSaying>().Any(s => s.ActionId == a.Id) || db.Set<ActionStep>().Any(s => s.ActionId == a.Id)))
                || db.Teams.Any(t => t.Id == a.TeamId && t.BroughtBy == import)
                || db.Set<FeltVoter>().Any(v => v.ActionId == a.Id && db.Workers.Any(w => w.Id == v.WorkerId && w.BroughtBy == import)))
            .OrderBy(a => a.Year).ThenBy(a => a.Number).ToListAsync(stop);
        if (touched.Count == 0) return;
        var few = string.Join(", ", touched.Take(5).Select(a => a.Reference)) + (touched.Count > 5 ? $" +{touched.Count - 5}" : "");
        problems.Add(new("", $"This import can not be undone: actions rest on what it brought ({few}). Nothing was changed."));
    }

    public Task Delete(Id<ImportRun> import, CancellationToken stop) =>
        db.Set<AgreedAction>().Where(a => a.BroughtBy == import).ExecuteDeleteAsync(stop);
}
