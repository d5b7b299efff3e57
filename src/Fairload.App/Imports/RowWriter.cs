using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fairload.App.Imports;

/// <summary>
/// Stores many new rows with few statements: an import of a county brings a quarter of a million, which the change tracker would
/// take minutes and gigabytes for. Rows are written in the order in which they point at each other.
/// </summary>
internal sealed class RowWriter(FairloadDb db)
{
    /// <summary>SQLite looks each value up by its name among all of its statement: in long statements that is most of the time. A
    /// server is asked fewer times. Both engines take far more.</summary>
    private int ValuesAStatement => db.Database.IsSqlite() ? 90 : 900;

    /// <summary>Inside the caller's transaction.</summary>
    public async Task Insert(IEnumerable<object> rows, CancellationToken stop)
    {
        foreach (var table in rows.GroupBy(r => r.GetType()).Select(g => (Type: db.Model.FindEntityType(g.Key)!, Rows: g.ToList()))
            .OrderBy(t => Depth(t.Type)))
        {
            await InsertInto(table.Type, table.Rows, stop);
            foreach (var key in OwnKeys(table.Type)) await Link(table.Type, key, table.Rows, stop);
        }
    }

    /// <summary>How many tables lie under this one. A table that points at itself is filled first and linked then.</summary>
    private static int Depth(IEntityType type) =>
        type.GetForeignKeys().Where(f => f.PrincipalEntityType != type).Select(f => 1 + Depth(f.PrincipalEntityType)).DefaultIfEmpty(0)
            .Max();

    private static IEnumerable<IProperty> OwnKeys(IEntityType type) =>
        type.GetForeignKeys().Where(f => f.PrincipalEntityType == type).Select(f => f.Properties[0]);

    private async Task InsertInto(IEntityType type, List<object> rows, CancellationToken stop)
    {
        var columns = type.GetProperties().ToList();
        var own = OwnKeys(type).ToHashSet();
        DbCommand? command = null;
        foreach (var chunk in rows.Chunk(Math.Max(1, ValuesAStatement / columns.Count)))
        {
            if (command?.Parameters.Count != chunk.Length * columns.Count)
            {
                if (command is not null) await command.DisposeAsync();
                command = Insertion(type, columns, chunk);
            }

            for (var at = 0; at < command.Parameters.Count; at++)
            {
                var column = columns[at % columns.Count];
                command.Parameters[at].Value = own.Contains(column) ? DBNull.Value : RowImage.Stored(column, chunk[at / columns.Count])
                    ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(stop);
        }

        if (command is not null) await command.DisposeAsync();
    }

    private DbCommand Insertion(IEntityType type, List<IProperty> columns, object[] rows)
    {
        var command = Command();
        var text = new StringBuilder("insert into ").Append(type.GetTableName()).Append(" (")
            .AppendJoin(", ", columns.Select(c => $"\"{c.GetColumnName()}\"")).Append(") values ");
        for (var i = 0; i < rows.Length; i++)
        {
            text.Append(i == 0 ? "(" : ", (");
            for (var c = 0; c < columns.Count; c++)
            {
                var name = $"@p{i * columns.Count + c}";
                text.Append(c == 0 ? "" : ", ").Append(name);
                command.Parameters.Add(columns[c].GetRelationalTypeMapping()
                    .CreateParameter(command, name, RowImage.Held(columns[c], rows[i]), columns[c].IsNullable));
            }

            text.Append(')');
        }

        command.CommandText = text.ToString();
        return command;
    }

    private async Task Link(IEntityType type, IProperty key, List<object> rows, CancellationToken stop)
    {
        var id = type.FindPrimaryKey()!.Properties.Single();
        foreach (var row in rows.Where(r => RowImage.Held(key, r) is not null))
        {
            await using var command = Command();
            command.CommandText = $"update {type.GetTableName()} set \"{key.GetColumnName()}\" = @to where \"{id.GetColumnName()}\" = @id";
            command.Parameters.Add(key.GetRelationalTypeMapping().CreateParameter(command, "@to", RowImage.Held(key, row), true));
            command.Parameters.Add(id.GetRelationalTypeMapping().CreateParameter(command, "@id", RowImage.Held(id, row), false));
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    private DbCommand Command()
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Rows are written inside a change.");
        return command;
    }
}
