import { onPrices, setCart, start } from 'goeswith';
import { GoesWith, GoesWithGoal } from 'goeswith/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

onPrices((ids) => ids.map((id) => ({ id, price: '12.50' })));
setCart({ currency: 'EUR', lines: [{ productId: 'MOK-1000', qty: 1, unitMinor: 3650 }] });
start({ model: '/shop.gw', config: '/shop.json' });

function Cart() {
  const [limit, setLimit] = useState(2);
  const [evidence, setEvidence] = useState(true);
  const [asked, setAsked] = useState('nothing');
  const more = () => {
    setLimit(3);
    setEvidence(false);
  };
  // The page adds by itself: it takes the event from the element.
  const add = (event) => {
    event.preventDefault();
    setAsked(`${event.detail.id} with ${limit} in the row`);
  };
  return (
    <>
      <h1>Your cart</h1>
      <button id="more" type="button" onClick={more}>
        More
      </button>
      <GoesWith
        className="row"
        style={{ '--goes-with-gap': '2rem' }}
        limit={limit}
        evidence={evidence}
        onAdd={add}
      >
        <span slot="title">Take these along</span>
      </GoesWith>
      <GoesWithGoal heading={3} />
      <output id="asked">{asked}</output>
    </>
  );
}

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <Cart />
  </StrictMode>,
);
