using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fairload.Testing;

/// <summary>Stands between the program and its database: lets some statements through and refuses the next.</summary>
public sealed class Fault : DbCommandInterceptor
{
    private int _left = int.MaxValue;

    /// <summary>Breaks the work off at its first statement, at its second and so on, until it comes to its end.</summary>
    /// <param name="look">Looks at what stands after each break.</param>
    /// <returns>How often it broke.</returns>
    public async Task<int> AtEach(Func<Task> work, Func<Task> look)
    {
        for (var broken = 0; ; broken++)
        {
            _left = broken + 1;
            try
            {
                await work();
                return broken;
            }
            catch (Exception e) when (e is DatabaseIsGoneException or { InnerException: DatabaseIsGoneException })
            {
                _left = int.MaxValue;
                await look();
            }
            finally
            {
                _left = int.MaxValue;
            }
        }
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count();
        return new(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Count();
        return new(result);
    }

    private void Count()
    {
        if (_left != int.MaxValue && --_left < 0) throw new DatabaseIsGoneException();
    }

    private sealed class DatabaseIsGoneException() : Exception("The database is gone.");
}
